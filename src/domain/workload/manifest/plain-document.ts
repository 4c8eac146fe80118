import { type Document, isMap, isNode, isScalar, isSeq, type Node, YAMLMap, YAMLSeq } from 'yaml';

const collections = new WeakMap<Node, unknown>();

/**
 * The value of a document, maps as `Map`. Nodes are values too, so that after an edit only what it changed is read
 * again. `undefined` for a document that cannot be read: aliases without end, a nest too deep.
 */
export function plainOf(document: Document): unknown {
  try {
    return plainNode(document.contents, document);
  } catch {
    return undefined;
  }
}

function plainNode(node: unknown, document: Document): unknown {
  if (isScalar(node)) return node.value;
  if (!isNode(node)) return node;
  if (!collections.has(node)) collections.set(node, plainCollection(node, document));
  return collections.get(node);
}

/** Sets and ordered maps, which only their tags tell, have readings of their own. */
function plainCollection(node: Node, document: Document): unknown {
  if (isMap(node) && node.constructor === YAMLMap) {
    return new Map(
      node.items.map(({ key, value }) => [plainNode(key, document), plainNode(value, document)]),
    );
  }
  if (isSeq(node) && node.constructor === YAMLSeq) return node.items.map((item) => plainNode(item, document));
  return node.toJS(document, { mapAsMap: true }) as unknown;
}
