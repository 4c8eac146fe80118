import { isMap, isScalar, isSeq, type Node, Pair, Scalar, type Schema, YAMLMap, YAMLSeq } from 'yaml';
import {
  addCommentBefore,
  addTrailingComment,
  commentsIn,
  copyComments,
  trailingCommentIn,
} from './comments.ts';
import type { Edit, EditEntry, EditItem } from './edit.ts';
import { keyText } from './plain.ts';

/**
 * The node after an edit. Nodes are never changed: what the edit does not touch is shared between the old tree and the
 * new one, so an edit costs what it changes, and `after === before` says that it changed nothing.
 * @returns `null` where the edit leaves nothing
 */
export function applyEdit(node: Node | null, edit: Edit, schema: Schema): Node | null {
  switch (edit.kind) {
    case 'keep':
      return node;
    case 'remove':
      return null;
    case 'set':
      return setScalar(node, edit.value);
    case 'map':
      return isMap(node) ? editMap(node, edit.entries, schema) : makeMap(node, edit.entries, schema);
    case 'list':
      return isSeq(node) ? editList(node, edit.items, schema) : makeList(node, edit.items, schema);
  }
}

function setScalar(node: Node | null, value: string | number): Node {
  const made = new Scalar(value);
  if (node === null) return made;
  if (isScalar(node) && node.value !== '' && isQuoted(node)) made.type = node.type;
  return copyComments(node, made);
}

/** Quotes that somebody chose are kept; those of an empty text are not a choice. */
function isQuoted(node: Scalar): node is Scalar & { type: 'QUOTE_SINGLE' | 'QUOTE_DOUBLE' } {
  return node.type === Scalar.QUOTE_SINGLE || node.type === Scalar.QUOTE_DOUBLE;
}

function makeMap(node: Node | null, entries: readonly EditEntry[], schema: Schema): Node | null {
  if (!entries.some(([, edit]) => saysMore(edit, schema))) return node;
  const made = editMap(new YAMLMap(schema), entries, schema);
  return node === null ? made : copyComments(node, made);
}

/** Whether an edit alone is reason enough to make the map that holds it. */
function saysMore(edit: Edit, schema: Schema): boolean {
  return edit.kind === 'set' ? !edit.implied : applyEdit(null, edit, schema) !== null;
}

function makeList(node: Node | null, items: readonly EditItem[], schema: Schema): Node | null {
  const made = new YAMLSeq(schema);
  for (const { edit } of items) {
    const item = applyEdit(null, edit, schema);
    if (item !== null) made.items.push(item);
  }
  if (made.items.length === 0) return node;
  return node === null ? made : copyComments(node, made);
}

/** A copy that shares its items with the original. */
function shallowCopy<Collection extends YAMLMap | YAMLSeq>(node: Collection): Collection {
  const copy = Object.create(
    Object.getPrototypeOf(node),
    Object.getOwnPropertyDescriptors(node),
  ) as Collection;
  copy.items = [...node.items] as typeof node.items;
  return copy;
}

function editMap(node: YAMLMap, entries: readonly EditEntry[], schema: Schema): YAMLMap {
  let result = node;
  let previous = -1;
  entries.forEach(([key, edit], position) => {
    const index = indexOfKey(result, key);
    const pair = result.items[index];
    const before = (pair?.value ?? null) as Node | null;
    const after = applyEdit(before, edit, schema);
    if (after === before && (after !== null || edit.kind !== 'remove' || pair === undefined)) {
      if (pair !== undefined) previous = index;
      return;
    }
    if (result === node) result = shallowCopy(node);
    if (after === null || becameEmpty(before, after)) {
      dropPair(result, index, after);
      return;
    }
    if (pair !== undefined) {
      result.items[index] = new Pair(pair.key, after);
      previous = index;
      return;
    }
    previous = placeFor(result, entries, position, previous);
    result.items.splice(previous, 0, new Pair(new Scalar(key), after));
  });
  return result;
}

function becameEmpty(before: Node | null, after: Node): boolean {
  return before !== after && before !== null && (isMap(after) || isSeq(after)) && after.items.length === 0;
}

function indexOfKey(node: YAMLMap, key: string): number {
  return node.items.findIndex((pair) => isScalar(pair.key) && keyText(pair.key.value) === key);
}

/** New keys stand in the order of the edit: behind the one before them, else ahead of the next one that is there. */
function placeFor(node: YAMLMap, entries: readonly EditEntry[], position: number, previous: number): number {
  if (previous !== -1) return previous + 1;
  for (const [key] of entries.slice(position + 1)) {
    const index = indexOfKey(node, key);
    if (index !== -1) return index;
  }
  return node.items.length;
}

/** Comments outlive the key that they stood at: they go to the next key, or to the end of the map. */
function dropPair(node: YAMLMap, index: number, remains: Node | null): void {
  const [pair] = node.items.splice(index, 1);
  if (pair === undefined) return;
  const comments = [...commentsIn(pair.key), ...commentsIn(remains ?? pair.value)];
  const next = node.items[index];
  if (next === undefined) addTrailingComment(node, comments);
  else node.items[index] = new Pair(addCommentBefore(next.key, comments), next.value);
}

function editList(node: YAMLSeq, items: readonly EditItem[], schema: Schema): YAMLSeq {
  const before = node.items as readonly (Node | null)[];
  const after = items.flatMap(({ from, edit }) => {
    const item = applyEdit(from === null ? null : (before[from] ?? null), edit, schema);
    return item === null || (from !== null && becameEmpty(before[from] ?? null, item)) ? [] : [item];
  });
  if (after.length === before.length && after.every((item, index) => item === before[index])) return node;
  const copy = shallowCopy(node);
  copy.items = after;
  const gone = before.filter((_, index) => items.every(({ from }) => from !== index));
  const comments = gone.flatMap(trailingCommentIn);
  if (comments.length > 0) addTrailingComment(copy, comments);
  return copy;
}
