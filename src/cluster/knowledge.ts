import type { Knowledge } from '../domain/cluster-view.ts';
import type { Parsed } from '../domain/parsed.ts';
import type { ListState } from './list-state.ts';

/** What a list's state lets one say about its objects. `known` for a stale list too: that is what was last true. */
export function standingOf(state: ListState): Knowledge<true> {
  switch (state.phase) {
    case 'live':
    case 'stale':
      return { state: 'known', value: true };
    case 'listing':
      return { state: 'loading' };
    case 'absent':
      return { state: 'absent' };
    case 'forbidden':
      return { state: 'forbidden' };
    case 'failed':
      return { state: 'unknown', problem: state.error.message };
  }
}

/**
 * A decoder that does each object once. Objects of a list are immutable and keep their reference until they change,
 * so that one changed pool of a thousand costs one decoding.
 */
export function decodeOnce<Value, Failure>(
  decode: (object: unknown) => Parsed<Value, Failure>,
): (object: object) => Parsed<Value, Failure> {
  const done = new WeakMap<object, Parsed<Value, Failure>>();
  return (object) => {
    const before = done.get(object);
    if (before !== undefined) return before;
    const outcome = decode(object);
    done.set(object, outcome);
    return outcome;
  };
}

/** The objects that could be decoded; the others have no name, and so cannot be shown or referred to. */
export function decodeAll<Value, Failure>(
  objects: readonly object[],
  decode: (object: object) => Parsed<Value, Failure>,
): readonly Value[] {
  return objects.flatMap((object) => {
    const outcome = decode(object);
    return outcome.ok ? [outcome.value] : [];
  });
}
