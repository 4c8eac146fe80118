import type { KubernetesObject, Stored } from './resources.ts';

/** One change of a list, as a watch tells it. */
export interface ObjectEvent<Item> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: Item;
}

/**
 * The list after the events, oldest event first. Objects are told apart by uid, so a repeated event changes nothing
 * and an object that was deleted and made again under its name is another one. Objects keep their place, new ones
 * come last. Returns `list` itself when nothing changed; untouched objects stay the same references.
 */
export function applyEvents<Item extends Stored<KubernetesObject>>(
  list: readonly Item[],
  events: Iterable<ObjectEvent<Item>>,
): readonly Item[] {
  const last = new Map<string, ObjectEvent<Item>>();
  for (const event of events) last.set(event.object.metadata.uid, event);
  if (last.size === 0) return list;

  let changed = false;
  const next: Item[] = [];
  for (const item of list) {
    const event = last.get(item.metadata.uid);
    last.delete(item.metadata.uid);
    if (event?.type === 'DELETED') {
      changed = true;
      continue;
    }
    const kept = event === undefined ? item : newer(item, event.object);
    changed ||= kept !== item;
    next.push(kept);
  }
  for (const event of last.values()) {
    if (event.type === 'DELETED') continue;
    changed = true;
    next.push(event.object);
  }
  return changed ? next : list;
}

/** `fresh`, with the references of `old` for objects that did not change, so that what is derived from them is not made again. */
export function keepUnchanged<Item extends Stored<KubernetesObject>>(
  old: readonly Item[],
  fresh: readonly Item[],
): readonly Item[] {
  const known = new Map(old.map((item) => [item.metadata.uid, item]));
  return fresh.map((item) => {
    const before = known.get(item.metadata.uid);
    return before === undefined ? item : newer(before, item);
  });
}

/** resourceVersion is opaque: equal means unchanged, and no more can be said. */
function newer<Item extends Stored<KubernetesObject>>(before: Item, after: Item): Item {
  return before.metadata.resourceVersion === after.metadata.resourceVersion ? before : after;
}
