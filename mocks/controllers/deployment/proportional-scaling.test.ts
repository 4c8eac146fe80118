import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proportionalSizes } from './proportional-scaling.ts';

const set = (name: string, desired: number, maxBefore: number, created = 0) => ({
  name,
  desired,
  maxBefore,
  created,
});

function sizes(sets: ReturnType<typeof set>[], replicas: number, maxSurge: number) {
  const currentReplicas = sets.reduce((sum, { desired }) => sum + desired, 0);
  const scales = proportionalSizes(sets, { replicas, maxSurge, currentReplicas });
  return Object.fromEntries(scales.map(({ name, to }) => [name, to]));
}

describe('scaling in the middle of a rollout', () => {
  it.each([
    {
      // The example of the documentation: ten replicas, surge 3, 8 old and 5 new, scaled to 15.
      what: 'spreads five more over 8 old and 5 new as 3 and 2',
      sets: [set('old', 8, 13), set('new', 5, 13, 1)],
      replicas: 15,
      maxSurge: 3,
      expected: { old: 11, new: 7 },
    },
    {
      what: 'gives what rounding leaves to the larger',
      sets: [set('old', 5, 10), set('new', 5, 10, 1)],
      replicas: 11,
      maxSurge: 0,
      expected: { old: 5, new: 6 },
    },
    {
      what: 'takes from the older of two equal ones when it shrinks',
      sets: [set('old', 5, 10), set('new', 5, 10, 1)],
      replicas: 9,
      maxSurge: 0,
      expected: { old: 4, new: 5 },
    },
    {
      what: 'empties all for zero replicas',
      sets: [set('old', 8, 13), set('new', 5, 13, 1)],
      replicas: 0,
      maxSurge: 3,
      expected: { old: 0, new: 0 },
    },
    {
      what: 'leaves sizes that fit already',
      sets: [set('old', 8, 13), set('new', 5, 13, 1)],
      replicas: 10,
      maxSurge: 3,
      expected: { old: 8, new: 5 },
    },
  ])('$what', ({ sets, replicas, maxSurge, expected }) => {
    expect(sizes(sets, replicas, maxSurge)).toEqual(expected);
  });

  it('adds up to what is allowed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.nat(40)), { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 1, max: 60 }),
        fc.nat(10),
        (given, replicas, maxSurge) => {
          const sets = given.map(([desired, maxBefore], index) =>
            set(`set-${index}`, desired, Math.max(desired, maxBefore), index),
          );
          const after = sizes(sets, replicas, maxSurge);
          const total = Object.values(after).reduce((sum, size) => sum + size, 0);
          const [largest] = [...sets].sort((a, b) => b.desired - a.desired || a.created - b.created);
          expect(Math.min(...Object.values(after))).toBeGreaterThanOrEqual(0);
          // What is left over goes to the largest alone, which can give no more than it has.
          if (after[largest?.name ?? ''] !== 0) expect(total).toBe(replicas + maxSurge);
          else expect(total).toBeGreaterThanOrEqual(replicas + maxSurge);
        },
      ),
    );
  });
});
