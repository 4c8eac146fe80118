import type { ClusterView } from '../cluster-view.ts';
import { setPools } from '../spiderpool/nic-actions.ts';
import type { Draft } from '../workload/draft.ts';
import type { CapacityAsker } from './asker.ts';
import { helpfulPool } from './helpful-pool.ts';
import { forecastAnew, forecastCapacity } from './forecast.ts';
import type { CapacityForecast } from './forecast.ts';
import type { FixedSupply } from './supply.ts';
import { gravityOf, isBlocking } from './verdict.ts';

/** What remedies change: a whole draft, or these parts of it in a form that holds no more. */
export type MendedDraft = Pick<Draft, 'network' | 'upgrade'>;

export type RemedyCode =
  /** Another number of elastic addresses: `count`. */
  | 'elastic'
  /** Another fixed total: `count`. */
  | 'total'
  /** `maxUnavailable` is 1: a rolling update ends a Pod before it has a new one. */
  | 'unavailable'
  /** The Recreate strategy: all Pods end before new ones start. */
  | 'recreate'
  /** One more pool for the NIC: `pool`. */
  | 'pool';

/** An edit of the draft that mends what a forecast says, with the numbers and names for its label. */
export interface Remedy {
  readonly code: RemedyCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly apply: <Mended extends MendedDraft>(draft: Mended) => Mended;
}

/**
 * The edits that make the verdict of a forecast better, and no other verdict of the workload worse. That is tried out,
 * not assumed. Fewer replicas are nobody's remedy. For what an autoscaler may bring: the forecast `atMaximum`, and the
 * asker with as many replicas.
 * @param forecast one of `forecastCapacity(asker, view)`
 */
export function remediesOf(
  forecast: CapacityForecast,
  asker: CapacityAsker,
  view: ClusterView,
): readonly Remedy[] {
  if (forecast.verdict.kind === 'fits' || forecast.verdict.kind === 'unknown') return [];
  return candidates(forecast, asker, view).filter((remedy) => helps(remedy, forecast, asker, view));
}

function candidates(forecast: CapacityForecast, asker: CapacityAsker, view: ClusterView): readonly Remedy[] {
  const { supply } = forecast;
  if (supply === undefined) return [];
  return [
    ...(supply.kind === 'fixed' ? sizeRemedies(supply, forecast) : poolRemedies(forecast, asker, view)),
    ...strategyRemedies(forecast, asker),
  ];
}

/** The size that the peak of a rolling update wants, else as much as the subnet has. */
function sizeRemedies(supply: FixedSupply, { demand }: CapacityForecast): readonly Remedy[] {
  const { unusable, kept, stock, elastic } = supply;
  const wanted = BigInt(demand.peak) + unusable;
  const most = stock.state === 'known' ? kept + stock.free : wanted;
  const size = most < wanted ? most : wanted;
  if (elastic === undefined) return [totalRemedy(String(size))];
  const count = size - BigInt(demand.replicas);
  return count < 0n ? [] : [elasticRemedy(String(count))];
}

function elasticRemedy(count: string): Remedy {
  return networkRemedy('elastic', { count }, (network) => ({
    ...network,
    elastic: { enabled: true, count, form: 'elastic' },
  }));
}

function totalRemedy(count: string): Remedy {
  return networkRemedy('total', { count }, (network) => ({
    ...network,
    elastic: { ...network.elastic, count, form: 'total' },
  }));
}

function networkRemedy(
  code: RemedyCode,
  params: Remedy['params'],
  change: (network: Draft['network']) => Draft['network'],
): Remedy {
  return { code, params, apply: (draft) => ({ ...draft, network: change(draft.network) }) };
}

/** Only pools that were chosen can be added to: default pools are the attachment's. */
function poolRemedies(
  forecast: CapacityForecast,
  { network, pod }: CapacityAsker,
  view: ClusterView,
): readonly Remedy[] {
  if (network.source !== 'pools') return [];
  const pool = helpfulPool(forecast, network, pod, view);
  if (pool === undefined) return [];
  const { nic, family } = forecast;
  return [
    networkRemedy('pool', { pool: pool.name, nic: nic.interfaceName }, (before) => {
      const chosen = (nic.index === 'eth0' ? before.eth0 : before.nics[nic.index])?.pools[family] ?? [];
      return setPools(before, nic.index, family, [...chosen, pool.name], view);
    }),
  ];
}

function strategyRemedies({ verdict }: CapacityForecast, { upgrade }: CapacityAsker): readonly Remedy[] {
  if (upgrade.strategy === 'Recreate') return [];
  const recreate: Remedy = {
    code: 'recreate',
    params: {},
    apply: (draft) => ({ ...draft, upgrade: { ...draft.upgrade, strategy: 'Recreate' } }),
  };
  const unavailable: Remedy = {
    code: 'unavailable',
    params: {},
    apply: (draft) => ({ ...draft, upgrade: { ...draft.upgrade, maxUnavailable: '1' } }),
  };
  return verdict.kind === 'deadlock' ? [unavailable, recreate] : [recreate];
}

/** A smaller pool that starts the Pods and stops their first update helps nobody: what blocks must be gone. */
function helps(remedy: Remedy, forecast: CapacityForecast, asker: CapacityAsker, view: ClusterView): boolean {
  const before = forecastCapacity(asker, view);
  const after = forecastAnew(remedy.apply(asker), view);
  const now = after.find((each) => isSamePlace(each, forecast));
  return (
    now !== undefined &&
    !isBlocking(now.verdict) &&
    gravityOf(now.verdict) < gravityOf(forecast.verdict) &&
    before.every((each) => {
      const then = after.find((other) => isSamePlace(other, each));
      return then !== undefined && gravityOf(then.verdict) <= gravityOf(each.verdict);
    })
  );
}

function isSamePlace(a: CapacityForecast, b: CapacityForecast): boolean {
  return a.nic.path === b.nic.path && a.family === b.family;
}
