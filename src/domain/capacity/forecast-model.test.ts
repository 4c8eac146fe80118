import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { testView } from '../test-cluster.ts';
import type { NicDraft } from '../workload/draft.ts';
import { capacityAskerOf } from './asker.ts';
import { forecastCapacity } from './forecast.ts';
import { carving, draftOf, drawing, elastic, poolOf, subnetOf, total } from './test-draft.ts';
import type { CapacityVerdict } from './verdict.ts';

/**
 * The forecast against a cluster that does it: the Pods of a Deployment one after the other, then a rolling update as
 * the Deployment controller makes it, step by step. Nothing here knows a formula of the forecast.
 */

/** Addresses left in each pool, by name. */
type Stock = Map<string, number>;

/** The pools of each NIC, any of which will do. */
type Nics = readonly (readonly string[])[];

/** A Pod with its addresses: at most one of a pool, which all of its NICs share. */
type Pod = ReadonlySet<string>;

interface Strategy {
  readonly recreate: boolean;
  readonly surge: number;
  readonly unavailable: number;
}

/** Gives a Pod an address on every NIC, or none at all; which pool of several, `pick` says. */
function start(nics: Nics, stock: Stock, pick: () => number): Pod | undefined {
  const taken = new Set<string>();
  for (const pools of nics) {
    const there = pools.filter((name) => taken.has(name) || (stock.get(name) ?? 0) > 0);
    const pool = there[pick() % Math.max(there.length, 1)];
    if (pool === undefined) {
      end(taken, stock);
      return undefined;
    }
    if (!taken.has(pool)) stock.set(pool, (stock.get(pool) ?? 0) - 1);
    taken.add(pool);
  }
  return taken;
}

function end(pod: Pod, stock: Stock): void {
  for (const pool of pod) stock.set(pool, (stock.get(pool) ?? 0) + 1);
}

interface Outcome {
  readonly kind: 'fits' | 'tight' | 'deadlock' | 'short';
  readonly firstFailing?: number;
}

function run(replicas: number, nics: Nics, stock: Stock, strategy: Strategy, pick: () => number): Outcome {
  const pods: Pod[] = [];
  for (let number = 1; number <= replicas; number += 1) {
    const pod = start(nics, stock, pick);
    if (pod === undefined) return { kind: 'short', firstFailing: number };
    pods.push(pod);
  }
  return update(pods, nics, stock, strategy, pick);
}

/** One rolling update (`NewRSNewReplicas`, `reconcileOldReplicaSets`). Old Pods are all available when it begins. */
function update(old: Pod[], nics: Nics, stock: Stock, strategy: Strategy, pick: () => number): Outcome {
  const replicas = old.length;
  if (strategy.recreate) for (const pod of old.splice(0)) end(pod, stock);
  const ready: Pod[] = [];
  let wanted = 0;
  let waited = false;
  for (;;) {
    const before = `${wanted} ${ready.length} ${old.length}`;
    const room = replicas + (strategy.recreate ? 0 : strategy.surge) - old.length - wanted;
    wanted += Math.max(0, Math.min(room, replicas - wanted));
    while (ready.length < wanted) {
      const pod = start(nics, stock, pick);
      if (pod === undefined) break;
      ready.push(pod);
    }
    if (ready.length < wanted) waited = true;
    if (ready.length === replicas && old.length === 0) return { kind: waited ? 'tight' : 'fits' };
    const least = replicas - strategy.unavailable;
    const cleanup = old.length + wanted - least - (wanted - ready.length);
    const ending = Math.min(old.length, cleanup, old.length + ready.length - least);
    for (const pod of old.splice(0, Math.max(0, ending))) end(pod, stock);
    if (before === `${wanted} ${ready.length} ${old.length}`) return { kind: 'deadlock' };
  }
}

const gravity = ['fits', 'tight', 'unknown', 'deadlock', 'short', 'subnetShort'] as const;

/** The Pods start when every NIC and family has an address for them: the worst verdict is that of the workload. */
function worst(verdicts: readonly CapacityVerdict[]): CapacityVerdict {
  const [first, ...rest] = verdicts.toSorted(
    (a, b) =>
      gravity.indexOf(b.kind) - gravity.indexOf(a.kind) ||
      (a.kind === 'short' && b.kind === 'short' ? a.firstFailing - b.firstFailing : 0),
  );
  if (first === undefined) throw new Error(`no forecast ${rest.length}`);
  return first;
}

function agree(verdict: CapacityVerdict, outcome: Outcome): void {
  expect(verdict.kind).toBe(outcome.kind);
  if (verdict.kind === 'short') expect(verdict.firstFailing).toBe(outcome.firstFailing);
}

/** Kubernetes' own rounding, apart from the code under test. */
const strategies = fc
  .record({
    recreate: fc.boolean(),
    percent: fc.boolean(),
    surge: fc.nat({ max: 4 }),
    unavailable: fc.nat({ max: 4 }),
  })
  .map(({ recreate, percent, surge, unavailable }) => {
    const texts = { maxSurge: `${surge}`, maxUnavailable: `${unavailable}` };
    const quarters = { maxSurge: `${surge * 25}%`, maxUnavailable: `${unavailable * 25}%` };
    return {
      upgrade: {
        strategy: recreate ? ('Recreate' as const) : ('RollingUpdate' as const),
        ...(percent ? quarters : texts),
      },
      of: (replicas: number): Strategy => {
        const up = percent ? Math.ceil((surge * replicas) / 4) : surge;
        const down = Math.min(replicas, percent ? Math.floor((unavailable * replicas) / 4) : unavailable);
        return { recreate, surge: up, unavailable: up === 0 && down === 0 ? 1 : down };
      },
    };
  });

const replicasArbitrary = fc.integer({ min: 1, max: 9 });
const dice = fc.infiniteStream(fc.nat({ max: 999 }));

it('agrees with Pods that draw from pools of their own NIC, whichever pool they take first', () => {
  fc.assert(
    fc.property(
      replicasArbitrary,
      fc.array(fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      strategies,
      dice,
      (replicas, sizes, strategy, stream) => {
        const named = sizes.map((nic, at) => nic.map((size, index) => ({ name: `p-${at}-${index}`, size })));
        const pools = named.flat().map(({ name, size }, place) => poolOf(name, size, place));
        const nics = named.map((nic) => nic.map(({ name }) => name));
        const draft = draftOf(replicas, { source: 'pools', nics: nics.map((names) => drawing(...names)) });
        Object.assign(draft.upgrade, strategy.upgrade);
        const forecasts = forecastCapacity(capacityAskerOf(draft), testView({ pools }));
        expect(forecasts).toHaveLength(nics.length);
        const stock = new Map(named.flat().map(({ name, size }) => [name, size]));
        const outcome = run(replicas, nics, stock, strategy.of(replicas), () => stream.next().value ?? 0);
        agree(worst(forecasts.map(({ verdict }) => verdict)), outcome);
      },
    ),
    { numRuns: 400 },
  );
});

it('never promises what Pods do not get where two NICs draw from the same pools', () => {
  const names = ['a', 'b', 'c'];
  const choice = fc.subarray(names, { minLength: 1 });
  fc.assert(
    fc.property(
      replicasArbitrary,
      fc.array(choice, { minLength: 2, maxLength: 3 }),
      fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.nat({ max: 9 })),
      strategies,
      dice,
      (replicas, nics, sizes, strategy, stream) => {
        const pools = names.map((name, index) => poolOf(name, sizes[index] ?? 0, index));
        const draft = draftOf(replicas, { source: 'pools', nics: nics.map((some) => drawing(...some)) });
        Object.assign(draft.upgrade, strategy.upgrade);
        const forecasts = forecastCapacity(capacityAskerOf(draft), testView({ pools }));
        const verdict = worst(forecasts.map((each) => each.verdict));
        // Of a NIC whose verdict is unknown nothing is promised, and its Pods may not even start.
        const isSure = forecasts.every((each) => each.verdict.kind !== 'unknown');
        const stock = new Map(names.map((name, index) => [name, sizes[index] ?? 0]));
        const outcome = run(replicas, nics, stock, strategy.of(replicas), () => stream.next().value ?? 0);
        if (verdict.kind === 'fits') expect(outcome.kind).toBe('fits');
        if (verdict.kind === 'tight') expect(['fits', 'tight']).toContain(outcome.kind);
        if (verdict.kind === 'deadlock' && isSure) expect(outcome.kind).not.toBe('short');
        if (verdict.kind === 'short') expect(outcome.kind).toBe('short');
      },
    ),
    { numRuns: 400 },
  );
});

it('agrees with Pods that live on fixed pools, which are made whole or not at all', () => {
  const size = fc.oneof(
    fc.nat({ max: 4 }).map((count) => ({ ...elastic(count), of: (replicas: number) => replicas + count })),
    fc.nat({ max: 9 }).map((count) => ({ ...total(count), of: () => count })),
  );
  fc.assert(
    fc.property(
      replicasArbitrary,
      fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 3 }),
      size,
      strategies,
      (replicas, subnetSizes, pool, strategy) => {
        const subnets = subnetSizes.map((free, index) => subnetOf(`s-${index}`, free, 20 + index));
        const nics: NicDraft[] = subnets.map(({ name }) => carving(name));
        const draft = draftOf(replicas, { source: 'fixed', nics, elastic: pool.elastic });
        Object.assign(draft.upgrade, strategy.upgrade);
        const verdict = worst(
          forecastCapacity(capacityAskerOf(draft), testView({ subnets })).map((each) => each.verdict),
        );
        const made = subnetSizes.every((free) => free >= pool.of(replicas));
        const stock = new Map(subnets.map(({ name }) => [name, made ? pool.of(replicas) : 0]));
        const names = subnets.map(({ name }) => [name]);
        const outcome = run(replicas, names, stock, strategy.of(replicas), () => 0);
        if (made) agree(verdict, outcome);
        else {
          expect(verdict.kind).toBe('subnetShort');
          expect(outcome).toEqual({ kind: 'short', firstFailing: 1 });
        }
      },
    ),
    { numRuns: 400 },
  );
});
