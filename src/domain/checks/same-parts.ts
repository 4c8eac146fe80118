import { isRecord } from '../untyped.ts';

/**
 * The value with every part that equals its counterpart in an earlier one replaced by that counterpart: equal values are
 * the same reference afterwards, and a change of one field leaves all else as it was. For plain data.
 */
export function withSameParts<Value>(before: Value | undefined, after: Value): Value {
  return shared(before, after) as Value;
}

function shared(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return before;
  if (Array.isArray(before) && Array.isArray(after)) {
    const items = after.map((item: unknown, index) => shared(before[index], item));
    const same = before.length === items.length && items.every((item, index) => item === before[index]);
    return same ? before : items;
  }
  if (!isRecord(before) || !isRecord(after)) return after;
  const keys = Object.keys(after);
  const entries = keys.map((key) => [key, shared(before[key], after[key])] as const);
  const same =
    keys.length === Object.keys(before).length &&
    entries.every(([key, item]) => Object.hasOwn(before, key) && item === before[key]);
  return same ? before : Object.fromEntries(entries);
}

/** `withSameParts` from one value to the next. */
export function partsKeeper<Value>(): (value: Value) => Value {
  let last: Value | undefined;
  return (value) => (last = withSameParts(last, value));
}
