import type { StoreEvent } from './store.ts';

/** Delivers events to listeners in the order of the changes, also when a listener makes further changes. */
export interface Notifier {
  emit(event: StoreEvent): void;
  observe(listener: (event: StoreEvent) => void): () => void;
}

/**
 * A change made by a listener is queued until every listener has seen the change before it: all see one order.
 * @param onError receives what a listener throws; the other listeners are still told
 */
export function createNotifier(
  onError: (error: unknown) => void = (error) => console.error(error),
): Notifier {
  const listeners = new Set<(event: StoreEvent) => void>();
  const queue: StoreEvent[] = [];
  let delivering = false;

  function deliver(event: StoreEvent): void {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        onError(error);
      }
    }
  }

  return {
    emit(event) {
      queue.push(event);
      if (delivering) return;
      delivering = true;
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) deliver(next);
      delivering = false;
    },
    observe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
