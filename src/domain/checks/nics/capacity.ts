import { capacityAskerOf } from '../../capacity/asker.ts';
import { forecastCapacity } from '../../capacity/forecast.ts';
import type { CapacityForecast } from '../../capacity/forecast.ts';
import { isHeldBackByRecords } from '../../capacity/outlook.ts';
import { gravityOf } from '../../capacity/verdict.ts';
import { RECORD_LIMIT, recordable } from '../../spiderpool/record-limit.ts';
import type { Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { error, note, warning, when } from '../report.ts';
import { addressPath, familyNames } from './nic-fields.ts';

/**
 * Every NIC and family has addresses for the Pods, and for a rolling update of them (R7, domain reference 5.2). Nobody
 * else says so before Pods wait for addresses that never come.
 */
export function checkCapacity(draft: Draft, { view, pod }: CheckContext): readonly Finding[] {
  const forecasts = forecastCapacity(capacityAskerOf(draft, pod), view);
  const unread = view.autoscalers.state === 'forbidden' || view.autoscalers.state === 'unknown';
  return [
    ...when(forecasts.length > 0 && unread, note('capacity.autoscalersUnknown', 'basics.replicas')),
    ...forecasts.flatMap((forecast) => {
      const at = addressPath(forecast.nic, draft.network.source, forecast.family);
      return [
        ...verdictFinding(forecast, at),
        ...recordNote(forecast, at),
        ...(view.reserved.state === 'loading' ? [] : boundNote(forecast, at)),
        ...maximumFinding(forecast, at),
      ];
    }),
  ];
}

function verdictFinding(forecast: CapacityForecast, at: string): readonly Finding[] {
  const { verdict, demand, capacity, supply } = forecast;
  const { replicas, surge, peak } = demand;
  const params = { ...placeOf(forecast), replicas };
  switch (verdict.kind) {
    case 'fits':
      return [];
    case 'tight':
      return [warning('capacity.tight', at, { ...params, peak, capacity: capacity.toString() })];
    case 'deadlock':
      return [error('capacity.deadlock', at, { ...params, surge, capacity: capacity.toString() })];
    case 'short': {
      // Where Spiderpool shuts out every pool, that is the finding (`checkPoolVerdicts`).
      if (supply?.kind === 'pools' && supply.shares.length === 0) return [];
      const numbers = { first: verdict.firstFailing, capacity: capacity.toString() };
      return [error('capacity.short', at, { ...params, ...numbers })];
    }
    case 'subnetShort': {
      const subnet = supply?.kind === 'fixed' ? supply.subnet : '';
      const numbers = { needed: verdict.needed.toString(), free: verdict.free.toString() };
      return [error('capacity.subnetShort', at, { ...params, subnet, ...numbers })];
    }
    case 'unknown':
      return when(verdict.reason === 'allocations', note('capacity.allocationsUnknown', at, params));
  }
}

/** Why there are too few addresses though the pools show many free ones (domain reference 7.2, 4). */
function recordNote({ verdict, supply, ...place }: CapacityForecast, at: string): readonly Finding[] {
  const lacking = verdict.kind === 'short' || verdict.kind === 'deadlock' || verdict.kind === 'tight';
  const limited = lacking && supply !== undefined && isHeldBackByRecords(supply);
  return when(limited, note('capacity.recordLimit', at, { ...placeOf(place), limit: RECORD_LIMIT }));
}

/** Without the reserved addresses what is free is so at most; where even that will not do, there is nothing to add. */
function boundNote({ verdict, upperBound, ...place }: CapacityForecast, at: string): readonly Finding[] {
  const hopeful = verdict.kind === 'fits' || verdict.kind === 'tight';
  return when(upperBound && hopeful, note('capacity.upperBound', at, placeOf(place)));
}

/** An autoscaler may ask for more Pods than there are addresses for, or than can be replaced in a rolling update. */
function maximumFinding({ atMaximum, verdict, ...place }: CapacityForecast, at: string): readonly Finding[] {
  if (atMaximum === undefined || gravityOf(atMaximum.forecast.verdict) <= gravityOf(verdict)) return [];
  const { autoscaler, forecast } = atMaximum;
  const params = { ...placeOf(place), autoscaler: autoscaler.name, maximum: autoscaler.maxReplicas };
  const update = { ...params, peak: forecast.demand.peak, capacity: forecast.capacity.toString() };
  switch (forecast.verdict.kind) {
    case 'short':
    case 'subnetShort':
      return [warning('capacity.autoscaler', at, { ...params, capacity: mostPods(forecast).toString() })];
    case 'deadlock':
      return [warning('capacity.autoscalerDeadlock', at, update)];
    case 'tight':
      return [note('capacity.autoscalerTight', at, update)];
    case 'fits':
    case 'unknown':
      return [];
  }
}

/** The Pods that can have an address when an autoscaler asks for more than there are. */
function mostPods({ supply, capacity }: CapacityForecast): bigint {
  if (supply?.kind !== 'fixed' || supply.elastic === undefined || supply.stock.state !== 'known') {
    return capacity;
  }
  const most = supply.kept + supply.stock.free - supply.elastic - supply.unusable;
  return recordable(most > 0n ? most : 0n);
}

function placeOf({ nic, family }: Pick<CapacityForecast, 'nic' | 'family'>) {
  return { nic: nic.interfaceName, family: familyNames[family] };
}
