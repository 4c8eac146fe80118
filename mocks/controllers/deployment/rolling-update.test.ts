import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newSetSize, planRollingStep } from './rolling-update.ts';
import type { Rollout } from './rolling-update.ts';

const set = (name: string, desired: number, available = desired) => ({ name, desired, available });

function rollout(partial: Partial<Rollout>): Rollout {
  return {
    replicas: 10,
    limits: { maxSurge: 3, maxUnavailable: 2 },
    newSet: set('new', 0),
    oldSets: [set('old', 10)],
    ...partial,
  };
}

describe('size of the new ReplicaSet', () => {
  it.each([
    { replicas: 10, maxSurge: 3, current: 0, all: 10, size: 3 },
    { replicas: 10, maxSurge: 3, current: 3, all: 11, size: 5 },
    { replicas: 10, maxSurge: 3, current: 3, all: 13, size: 3 },
    { replicas: 10, maxSurge: 3, current: 0, all: 14, size: 0 },
    { replicas: 10, maxSurge: 0, current: 8, all: 8, size: 10 },
    { replicas: 3, maxSurge: 10, current: 0, all: 3, size: 3 },
    { replicas: 2, maxSurge: 1, current: 5, all: 5, size: 2 },
  ])('$current of $all, $replicas desired, surge $maxSurge: $size', (row) => {
    expect(newSetSize(row.replicas, row.maxSurge, row.current, row.all)).toBe(row.size);
  });
});

describe('a step of a rolling update', () => {
  it.each([
    { what: 'first grows the new set within the surge', state: {}, steps: [{ name: 'new', to: 3 }] },
    {
      what: 'then shrinks the old one as far as availability allows',
      state: { newSet: set('new', 3, 0) },
      steps: [{ name: 'old', to: 8 }],
    },
    {
      what: 'then grows the new one into the room',
      state: { newSet: set('new', 3, 0), oldSets: [set('old', 8)] },
      steps: [{ name: 'new', to: 5 }],
    },
    {
      what: 'waits while the new Pods are not available',
      state: { newSet: set('new', 5, 0), oldSets: [set('old', 8)] },
      steps: [],
    },
    {
      what: 'does not give up old Pods for new ones that crash, even when an old one has died',
      state: { newSet: set('new', 5, 0), oldSets: [set('old', 8, 7)] },
      steps: [],
    },
    {
      what: 'after a rollback drops the crashing Pods',
      state: { newSet: set('old', 8, 7), oldSets: [set('new', 5, 0)] },
      steps: [{ name: 'new', to: 1 }],
    },
    {
      what: 'after another change shrinks both old sets, those that are not available first',
      state: { newSet: set('newest', 0), oldSets: [set('old', 8), set('new', 5, 0)] },
      steps: [{ name: 'new', to: 0 }],
    },
    {
      what: 'takes from the oldest set first',
      state: { newSet: set('new', 4), oldSets: [set('oldest', 4), set('old', 5)] },
      steps: [
        { name: 'oldest', to: 0 },
        { name: 'old', to: 4 },
      ],
    },
    {
      what: 'shrinks a new set that is larger than desired',
      state: { newSet: set('new', 12), oldSets: [] },
      steps: [{ name: 'new', to: 10 }],
    },
    {
      what: 'does not act twice on a status that is behind',
      state: {
        newSet: set('new', 3, 3),
        oldSets: [set('old', 5, 10)],
        limits: { maxSurge: 0, maxUnavailable: 2 },
      },
      steps: [{ name: 'new', to: 5 }],
    },
    {
      what: 'waits for a status that is behind',
      state: {
        newSet: set('new', 5, 5),
        oldSets: [set('old', 5, 10)],
        limits: { maxSurge: 0, maxUnavailable: 2 },
      },
      steps: [],
    },
    { what: 'is over when no old Pod is left', state: { newSet: set('new', 10), oldSets: [] }, steps: [] },
  ])('$what', ({ state, steps }) => {
    expect(planRollingStep(rollout(state))).toEqual(steps);
  });
});

describe('any rolling update', () => {
  it('stays within its limits and ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.nat(5),
        fc.nat(5),
        fc.array(fc.nat(10), { maxLength: 3 }),
        fc.infiniteStream(fc.nat(3)),
        (replicas, maxSurge, unavailable, olds, pace) => {
          const maxUnavailable = Math.min(replicas, maxSurge + unavailable === 0 ? 1 : unavailable);
          const newSet = set('new', 0);
          const oldSets = [...olds, replicas].map((desired, index) => set(`old-${index}`, desired));
          const all = [newSet, ...oldSets];
          const total = () => all.reduce((sum, { desired }) => sum + desired, 0);
          const most = Math.max(total(), replicas + maxSurge);
          for (let round = 0; newSet.available < replicas || total() > replicas; round += 1) {
            if (round > 500) throw new Error('the rollout does not end');
            for (const { name, to } of planRollingStep({
              replicas,
              limits: { maxSurge, maxUnavailable },
              newSet,
              oldSets,
            })) {
              const scaled = all.find((one) => one.name === name);
              if (scaled === undefined) throw new Error(`no set ${name}`);
              scaled.desired = to;
              scaled.available = Math.min(scaled.available, to);
            }
            const available = all.reduce((sum, one) => sum + one.available, 0);
            expect(available).toBeGreaterThanOrEqual(replicas - maxUnavailable);
            expect(total()).toBeLessThanOrEqual(most);
            newSet.available = Math.min(newSet.desired, newSet.available + (pace.next().value ?? 0));
          }
        },
      ),
    );
  });
});
