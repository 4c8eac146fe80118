import { isMap, isNode, isScalar, isSeq, type Node } from 'yaml';
import type { Edit } from './manifest/edit.ts';
import { keyText } from './manifest/plain.ts';

/** A place in the text of a manifest. */
export interface Place {
  /** Keys and indexes from the object to the place. */
  readonly keys: PlaceKeys;
  /** Characters before it in the text that the document was read from. */
  readonly offset: number;
}

export type PlaceKeys = readonly (string | number)[];

/**
 * Where each field of a draft stands in an object: the value, or the key of an empty one; for a field that is not
 * written, the map that would hold it.
 * @param edit what the draft asks of the object
 */
export function fieldPlaces(root: Node, edit: Edit): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  collect(root, edit, { keys: [], offset: offsetOf(root) }, places);
  return places;
}

function collect(node: unknown, edit: Edit, place: Place, places: Map<string, Place>): void {
  if (edit.kind === 'remove') return;
  if (edit.field !== undefined && !places.has(edit.field)) places.set(edit.field, place);
  if (edit.kind === 'map') {
    for (const [key, inner] of edit.entries) {
      const found = entryAt(node, key);
      collect(found?.value, inner, found === undefined ? place : placed(place, found), places);
    }
  }
  if (edit.kind === 'list') {
    const items = isSeq(node) ? node.items : [];
    for (const { from, edit: inner } of edit.items) {
      const item = from === null ? undefined : items[from];
      const own =
        from !== null && isNode(item) ? { keys: [...place.keys, from], offset: offsetOf(item) } : place;
      collect(item, inner, own, places);
    }
  }
}

/** The place of a field, else of the value beside its key, else of what is around it. */
export function nearestPlace(places: ReadonlyMap<string, Place>, path: string): Place | undefined {
  const parts = path.split('.');
  const sibling = path.replace(/\.key$/, '.value');
  const around = parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
  const found = [path, sibling, ...around].find((candidate) => places.has(candidate));
  return found === undefined ? undefined : places.get(found);
}

/** The place below an object to which keys lead, or as far as they lead. */
export function placeAt(root: Node, keys: PlaceKeys): Place {
  let node: unknown = root;
  let place: Place = { keys: [], offset: offsetOf(root) };
  for (const key of keys) {
    const found = typeof key === 'number' ? itemAt(node, key) : entryAt(node, key);
    if (found === undefined) return place;
    place = placed(place, found);
    node = found.value;
  }
  return place;
}

/** The node at the end of keys. */
export function nodeAt(root: Node, keys: PlaceKeys): Node | undefined {
  let node: unknown = root;
  for (const key of keys) {
    node = (typeof key === 'number' ? itemAt(node, key) : entryAt(node, key))?.value;
  }
  return isNode(node) ? node : undefined;
}

interface Found {
  readonly key: string | number;
  readonly value: unknown;
  readonly offset: number;
}

function placed({ keys }: Place, { key, offset }: Found): Place {
  return { keys: [...keys, key], offset };
}

function entryAt(node: unknown, key: string): Found | undefined {
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && keyText(item.key.value) === key);
  if (pair === undefined || !isNode(pair.key)) return undefined;
  const offset = isFlowing(pair.value) ? offsetOf(pair.value) : offsetOf(pair.key);
  return { key, value: pair.value, offset };
}

function itemAt(node: unknown, index: number): Found | undefined {
  const item = isSeq(node) ? node.items[index] : undefined;
  return isNode(item) ? { key: index, value: item, offset: offsetOf(item) } : undefined;
}

/** A value that begins on the line of its key is meant itself; a block below it is known by its key. */
function isFlowing(value: unknown): value is Node {
  return isScalar(value) && value.value !== null && (value.range?.[1] ?? 0) > (value.range?.[0] ?? 0);
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
