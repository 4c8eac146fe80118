import type { MemoryStore } from '../../store/memory-store.ts';
import type { KubeObject, StoreEvent } from '../../store/store.ts';
import type { History } from './history.ts';
import { tooOld } from './history.ts';
import { isSelected } from './list.ts';
import type { Selection } from './list.ts';

export interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: KubeObject;
}

export interface WatchRequest {
  selection: Selection;
  /** Undefined: start with the present state, told as ADDED. */
  since: number | undefined;
}

/**
 * Tells of the present state or of the changes since a version, then of each change.
 * @param onChange is called for every change of the resource, with undefined when it is none of the selection's
 * @returns how to stop
 * @throws StatusError 410 when the changes since that version are no longer known
 */
export function openWatch(
  store: MemoryStore,
  history: History,
  { selection, since }: WatchRequest,
  onChange: (event: WatchEvent | undefined, version: string) => void,
): () => void {
  const tell = (event: StoreEvent) =>
    onChange(transition(selection, event), event.object.metadata.resourceVersion);
  if (since === undefined) {
    for (const object of store.peekList(selection.resource)) {
      if (isSelected(selection, object)) onChange({ type: 'ADDED', object }, object.metadata.resourceVersion);
    }
  } else {
    const missed = history.since(selection.resource, since);
    if (missed === undefined) throw tooOld(since, history.oldest(selection.resource));
    for (const event of missed) tell(event);
  }
  return store.observe((event) => {
    if (event.resource === selection.resource) tell(event);
  });
}

/**
 * What a change is to a watcher of a selection: an object that comes into it is ADDED, one that leaves it DELETED with its
 * last state inside.
 */
function transition(selection: Selection, { type, object, previous }: StoreEvent): WatchEvent | undefined {
  const before = previous !== undefined && isSelected(selection, previous);
  const after = type !== 'DELETED' && isSelected(selection, object);
  if (after) return { type: before ? 'MODIFIED' : 'ADDED', object };
  if (!before) return undefined;
  if (type === 'DELETED') return { type, object };
  const { resourceVersion } = object.metadata;
  return { type: 'DELETED', object: { ...previous, metadata: { ...previous.metadata, resourceVersion } } };
}
