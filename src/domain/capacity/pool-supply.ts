import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import { isShutOut, poolExplainer } from '../spiderpool/eligibility.ts';
import type { PoolExplanation } from '../spiderpool/eligibility.ts';
import { poolsByName } from '../spiderpool/pool-index.ts';
import type { Pool } from '../spiderpool/pool.ts';
import type { CapacityAsker } from './asker.ts';
import { heldAddresses } from './held-addresses.ts';
import type { Place } from './place.ts';
import type { PoolShare, PoolSupply } from './supply.ts';

/** The pools of one NIC and family before it is known which of them other NICs draw from too. */
export interface PoolDraw {
  readonly place: Place;
  /** Those of the shares. */
  readonly pools: ReadonlySet<Pool>;
  readonly shares: readonly PoolShare[];
  readonly shutOut: readonly string[];
}

/**
 * The pools that a NIC may really draw from, and those that it may not (domain reference 3.2). An exhausted pool is of
 * the first kind: it has nothing to give now.
 * @param pools every pool of the cluster
 */
export function poolDraw(
  place: Place,
  pools: readonly Pool[],
  { pod }: CapacityAsker,
  view: ClusterView,
): PoolDraw {
  const { origin, family } = place;
  const byName = poolsByName(pools);
  const reserved = known(view.reserved)?.[family];
  const explained = origin.names[family]
    .flatMap((name) => byName.get(name) ?? [])
    .map(poolExplainer({ nic: origin.nic, family }, pod, view));
  const drawable = explained.filter(isDrawable);
  return {
    place,
    pools: new Set(drawable.map(({ pool }) => pool)),
    shares: drawable.map(({ pool, free, beyondRecords, reasons }) => ({
      pool,
      free,
      beyondRecords,
      held: heldAddresses(pool, pod, reserved),
      conditional: reasons.some(({ effect }) => effect === 'conditional'),
    })),
    shutOut: explained.filter((each) => !isDrawable(each)).map(({ pool }) => pool.name),
  };
}

function isDrawable(explained: PoolExplanation): boolean {
  return !isShutOut(explained);
}

/** The sum of a NIC's pools, with what other NICs may take from them. */
export function poolSupply(draw: PoolDraw, all: readonly PoolDraw[]): PoolSupply {
  const { shares, shutOut } = draw;
  const others = all.filter(
    (other) =>
      other !== draw &&
      other.place.family === draw.place.family &&
      shares.some(({ pool }) => other.pools.has(pool)),
  );
  const free = sumOf(shares, (share) => share.free);
  const held = sumOf(shares, (share) => share.held);
  return {
    kind: 'pools',
    shares,
    shutOut,
    free,
    held,
    total: sumOf(shares, ({ pool, beyondRecords }) => pool.total - beyondRecords),
    sharedWith: others.map(({ place }) => place.origin.nic.interfaceName),
    sure: others.length === 0 ? free + held : surePods(shares, others),
  };
}

/**
 * How many Pods are sure to get an address where other NICs draw from the same pools. A Pod has at most one address of
 * a pool, the same on all of its NICs (domain reference 1.8). So each pool alone serves as many Pods as it has
 * addresses; and before all are exhausted, each Pod takes at most one for every NIC, the other NICs only from the
 * pools in common.
 */
function surePods(shares: readonly PoolShare[], others: readonly PoolDraw[]): bigint {
  const sizeOf = ({ free, held }: PoolShare) => free + held;
  const size = sumOf(shares, sizeOf);
  const nics = BigInt(others.length + 1);
  const common = shares.filter(({ pool }) => others.some(({ pools }) => pools.has(pool)));
  const bounds = [...shares.map(sizeOf), (size + nics - 1n) / nics, size - sumOf(common, sizeOf)];
  return bounds.reduce((best, bound) => (bound > best ? bound : best), 0n);
}

function sumOf(shares: readonly PoolShare[], countOf: (share: PoolShare) => bigint): bigint {
  return shares.reduce((sum, share) => sum + countOf(share), 0n);
}
