import * as fc from 'fast-check';

/** The first alternative is the plain one. */
export const shrinksToFirst = { withCrossShrink: true };

/** `value` about once in `often` times, else nothing. Shrinks to nothing. */
export function sometimes<Value>(often: number, value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.oneof({ weight: often - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
}

/** True about once in `often` times. */
export function rarely(often: number): fc.Arbitrary<boolean> {
  return sometimes(often, fc.constant(true)).map((yes) => yes === true);
}

/** One of the values, the first ones more often. Shrinks to the first. */
export function mostly<Value>(...values: readonly (readonly [number, Value])[]): fc.Arbitrary<Value> {
  return fc.oneof(
    shrinksToFirst,
    ...values.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })),
  );
}
