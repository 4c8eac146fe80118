import type { Source } from '../../host/host.ts';

/** A `Source` that its owner sets. */
export interface ValueSource<Value> extends Source<Value> {
  set(value: Value): void;
}

export function valueSource<Value>(first: Value): ValueSource<Value> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const tell of listeners) tell();
    },
  };
}

/** A `Source` made of another. `read` is called once for each change of it. */
export function derivedSource<From, Value>(from: Source<From>, read: (value: From) => Value): Source<Value> {
  let last: { readonly of: From; readonly value: Value } | undefined;
  return {
    get() {
      const current = from.get();
      if (last === undefined || !Object.is(last.of, current)) last = { of: current, value: read(current) };
      return last.value;
    },
    subscribe: (listener) => from.subscribe(listener),
  };
}
