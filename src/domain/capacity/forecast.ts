import { autoscalerOf } from '../autoscaler.ts';
import type { Autoscaler } from '../autoscaler.ts';
import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import { addressFamilies } from '../ip/address.ts';
import type { AddressFamily } from '../ip/address.ts';
import { addressOrigins } from '../spiderpool/precedence.ts';
import type { ResolvedNic } from '../spiderpool/resolve-nics.ts';
import { isAsChosen } from '../spiderpool/precedence.ts';
import { networkInEffect } from '../workload/source-in-effect.ts';
import type { CapacityAsker } from './asker.ts';
import { fixedSupply } from './fixed-supply.ts';
import { fixedOutlook, poolOutlook } from './outlook.ts';
import type { Outlook } from './outlook.ts';
import type { Place } from './place.ts';
import { podDemandOf } from './pod-demand.ts';
import type { PodDemand } from './pod-demand.ts';
import { poolDraw, poolSupply } from './pool-supply.ts';
import type { PoolDraw } from './pool-supply.ts';
import type { Supply } from './supply.ts';
import type { CapacityVerdict } from './verdict.ts';

/** Whether the addresses of one NIC and family will do (domain reference 5). */
export interface CapacityForecast {
  readonly nic: ResolvedNic;
  readonly family: AddressFamily;
  readonly demand: PodDemand;
  /** `undefined` where the objects that it comes from cannot be read. */
  readonly supply: Supply | undefined;
  /** Pods that can have an address at the same time. */
  readonly capacity: bigint;
  readonly verdict: CapacityVerdict;
  /** The reserved addresses may not be read: what is free is so at most. */
  readonly upperBound: boolean;
  /** The same when an autoscaler has raised the replicas as far as it may. */
  readonly atMaximum?: { readonly autoscaler: Autoscaler; readonly forecast: CapacityForecast };
}

/**
 * A forecast for each NIC and family that Spiderpool serves, eth0 first. A NIC that will fail for another reason has
 * none, nor has one for which nothing is chosen yet: other findings speak of them. Empty while a number is being typed.
 */
export function forecastCapacity(asker: CapacityAsker, view: ClusterView): readonly CapacityForecast[] {
  const before = last.get(view);
  if (before !== undefined && isSame(before.asker, asker)) return before.forecasts;
  const forecasts = forecastAnew(asker, view);
  last.set(view, { asker, forecasts });
  return forecasts;
}

/** The last answer for each view: the checks and the screen ask the same. */
const last = new WeakMap<
  ClusterView,
  { readonly asker: CapacityAsker; readonly forecasts: readonly CapacityForecast[] }
>();

function isSame(a: CapacityAsker, b: CapacityAsker): boolean {
  return (
    a.network === b.network &&
    a.upgrade === b.upgrade &&
    a.replicas === b.replicas &&
    (a.pod === b.pod || JSON.stringify(a.pod) === JSON.stringify(b.pod))
  );
}

/** `forecastCapacity` for a draft that is only tried out. */
export function forecastAnew(asker: CapacityAsker, view: ClusterView): readonly CapacityForecast[] {
  const forecasts = forecastOnce(asker, view);
  const autoscaler = autoscalerOf(asker.pod, known(view.autoscalers) ?? []);
  const replicas = forecasts[0]?.demand.replicas ?? 0;
  if (autoscaler === undefined || autoscaler.maxReplicas <= replicas) return forecasts;
  const atMaximum = forecastOnce({ ...asker, replicas: String(autoscaler.maxReplicas) }, view);
  return forecasts.map((forecast, index) => {
    const then = atMaximum[index];
    return then === undefined ? forecast : { ...forecast, atMaximum: { autoscaler, forecast: then } };
  });
}

function forecastOnce(asker: CapacityAsker, view: ClusterView): readonly CapacityForecast[] {
  const demand = podDemandOf(asker);
  if (demand === undefined) return [];
  const { source } = networkInEffect(asker.network);
  const origins = addressOrigins(asker.network, asker.pod.namespace, view).filter(
    (origin) => origin.failure === undefined && isAsChosen(origin, source),
  );
  const places = origins.flatMap((origin) =>
    addressFamilies.flatMap((family) => (origin.names[family].length === 0 ? [] : [{ origin, family }])),
  );
  const supplyOf = supplies(places, asker, view);
  const upperBound = view.reserved.state !== 'known' && view.reserved.state !== 'absent';
  return places.flatMap((place): CapacityForecast[] => {
    const outlook = supplyOf(place, demand);
    return outlook === undefined
      ? []
      : [{ nic: place.origin.nic, family: place.family, demand, upperBound, ...outlook }];
  });
}

/** What each place draws from and what comes of it. */
function supplies(
  places: readonly Place[],
  asker: CapacityAsker,
  view: ClusterView,
): (place: Place, demand: PodDemand) => (Outlook & Pick<CapacityForecast, 'supply'>) | undefined {
  const pools = known(view.pools);
  const draws = new Map<Place, PoolDraw>();
  for (const place of places) {
    if (pools && place.origin.from !== 'subnets') draws.set(place, poolDraw(place, pools, asker, view));
  }
  return (place, demand) => {
    if (place.origin.from === 'subnets') {
      const supply = fixedSupply(place, asker, view);
      return supply && { supply, ...fixedOutlook(supply, demand) };
    }
    const draw = draws.get(place);
    if (draw === undefined) {
      const reason = view.pools.state === 'loading' ? 'loading' : 'pools';
      return { supply: undefined, capacity: 0n, verdict: { kind: 'unknown', reason } };
    }
    const supply = poolSupply(draw, [...draws.values()]);
    return { supply, ...poolOutlook(supply, demand) };
  };
}
