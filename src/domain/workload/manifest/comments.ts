import { isCollection, isNode, isScalar, type Node, visit, type YAMLMap, type YAMLSeq } from 'yaml';

/** Every comment at or in a node. */
export function commentsIn(node: unknown): readonly string[] {
  if (!isNode(node)) return [];
  const found: string[] = [];
  visit(node, {
    Node: (_, inner) => {
      if (inner.commentBefore) found.push(inner.commentBefore);
      if (inner.comment) found.push(inner.comment);
    },
  });
  return found;
}

/**
 * The comment behind the last line of an item of a list. It may well speak of the item that follows, as the parser
 * gives each comment to the node above it; so it stays when the item goes.
 */
export function trailingCommentIn(node: unknown): readonly string[] {
  if (!isCollection(node)) return [];
  const last: unknown = node.items.at(-1);
  const inner = isNode(last) ? last : (last as { readonly value?: unknown } | undefined)?.value;
  return [...trailingCommentIn(inner), ...(node.comment ? [node.comment] : [])];
}

/** Gives the comments of a node that is replaced to the one that replaces it, which is new and ours to change. */
export function copyComments<Made extends Node>(from: Node, to: Made): Made {
  if (from.spaceBefore) to.spaceBefore = true;
  if (isScalar(from) && isScalar(to)) {
    if (from.commentBefore) to.commentBefore = from.commentBefore;
    if (from.comment) to.comment = from.comment;
    return to;
  }
  const comments = commentsIn(from);
  if (comments.length > 0) to.commentBefore = comments.join('\n');
  return to;
}

/** A copy of a key with comments above it. */
export function addCommentBefore<Key>(key: Key, comments: readonly string[]): Key {
  if (!isNode(key) || comments.length === 0) return key;
  const copy = key.clone() as typeof key;
  copy.commentBefore = [...comments, ...(key.commentBefore ? [key.commentBefore] : [])].join('\n');
  return copy;
}

/** Adds comments behind the last item of a collection, which is a copy and ours to change. */
export function addTrailingComment(node: YAMLMap | YAMLSeq, comments: readonly string[]): void {
  if (comments.length === 0) return;
  node.comment = [...(node.comment ? [node.comment] : []), ...comments].join('\n');
}
