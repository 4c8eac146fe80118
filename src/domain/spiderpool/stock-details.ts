import { fromRanges, intersect } from '../ip/range-set.ts';
import type { RangeSet } from '../ip/range-set.ts';
import { decodeMeta } from '../kubernetes-object.ts';
import { isRecord, listAt, recordAt, textAt, textsAt, valueAt } from '../untyped.ts';
import { OWNER_LABELS } from './annotation-keys.ts';
import type { AddressStock } from './stock.ts';

/** What a page shows of a pool or subnet, and no rule looks at. */
export interface StockDetails {
  readonly labels: Readonly<Record<string, string>>;
  /** `spec.ips`, those that `spec.excludeIPs` takes away among them. */
  readonly included: RangeSet;
  /** Those of `included` that `spec.excludeIPs` takes away. */
  readonly excluded: RangeSet;
  readonly routes: readonly StockRoute[];
  /** The SpiderSubnet that a pool belongs to, by its label; `''` for none. */
  readonly subnetName: string;
  readonly counters: StockCounters;
}

export interface StockRoute {
  readonly destination: string;
  readonly gateway: string;
}

/** The counters of `status`, as they stand there: `undefined` where there is none, or no number. */
export interface StockCounters {
  readonly total: number | undefined;
  readonly allocated: number | undefined;
}

/** @param object the pool or subnet that `stock` was decoded from. */
export function stockDetails(object: unknown, stock: AddressStock): StockDetails {
  const spec = valueAt(object, 'spec');
  const meta = decodeMeta(object);
  const labels = meta.ok ? meta.value.labels : {};
  const included = fromRanges(stock.family, textsAt(spec, 'ips')).set;
  const excluded = intersect(included, fromRanges(stock.family, textsAt(spec, 'excludeIPs')).set);
  const status = recordAt(object, 'status');
  return {
    labels,
    included,
    excluded,
    routes: listAt(spec, 'routes')
      .filter(isRecord)
      .map((route) => ({ destination: textAt(route, 'dst') ?? '', gateway: textAt(route, 'gw') ?? '' })),
    subnetName: labels[OWNER_LABELS.subnet] ?? '',
    counters: {
      total: numberOf(valueAt(status, 'totalIPCount')),
      allocated: numberOf(valueAt(status, 'allocatedIPCount')),
    },
  };
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** A counter of `status` that is not what the ranges and records say. */
export interface CounterDisagreement {
  readonly counter: keyof StockCounters;
  readonly said: number;
  readonly counted: bigint;
}

/**
 * Where the counters of `status` disagree with what was counted. A counter that is absent says nothing: Spiderpool
 * writes it at its first reconciliation (domain reference 2.2).
 * @param counted addresses of the object, and how many of all its records are held or handed out.
 */
export function counterDisagreements(
  { counters }: StockDetails,
  counted: Readonly<Record<keyof StockCounters, bigint>>,
): readonly CounterDisagreement[] {
  return (['total', 'allocated'] as const).flatMap((counter) => {
    const said = counters[counter];
    if (said === undefined || (Number.isSafeInteger(said) && BigInt(said) === counted[counter])) return [];
    return [{ counter, said, counted: counted[counter] }];
  });
}
