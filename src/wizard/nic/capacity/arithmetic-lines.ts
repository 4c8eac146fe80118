import type { ClusterView } from '../../../domain/cluster-view.ts';
import type { CapacityForecast } from '../../../domain/capacity/forecast.ts';
import { isHeldBackByRecords } from '../../../domain/capacity/outlook.ts';
import type { FixedSupply, PoolShare, PoolSupply } from '../../../domain/capacity/supply.ts';
import { RECORD_LIMIT } from '../../../domain/spiderpool/record-limit.ts';
import type { UpgradeDraft } from '../../../domain/workload/draft.ts';
import type { Translate } from '../../../i18n/useText.ts';
import { countText } from '../../../ui/stock/count-text.ts';

interface Words {
  readonly t: Translate;
  readonly language: string;
}

/** The numbers of a forecast and where each one is from, a line each. */
export function arithmeticLines(
  forecast: CapacityForecast,
  { strategy }: UpgradeDraft,
  autoscalers: ClusterView['autoscalers'],
  words: Words,
): readonly string[] {
  const { t } = words;
  const { supply, demand, atMaximum } = forecast;
  const { replicas, surge, peak, unavailable } = demand;
  return [
    ...(supply?.kind === 'fixed' ? fixedLines(supply, replicas, words) : []),
    ...(supply?.kind === 'pools' ? poolLines(supply, words) : []),
    strategy === 'Recreate'
      ? t('capacity.sum.recreate', { replicas })
      : t('capacity.sum.rolling', { replicas, surge, peak, unavailable }),
    ...(atMaximum === undefined
      ? []
      : [
          t('capacity.sum.autoscaler', {
            autoscaler: atMaximum.autoscaler.name,
            maximum: atMaximum.autoscaler.maxReplicas,
          }),
        ]),
    ...(autoscalers.state === 'forbidden' || autoscalers.state === 'unknown'
      ? [t('finding.capacity.autoscalersUnknown')]
      : []),
  ];
}

function fixedLines(supply: FixedSupply, replicas: number, { t, language }: Words): readonly string[] {
  const { size, elastic, kept, unusable, needed, subnet, stock } = supply;
  const text = (count: bigint) => countText(count, language);
  return [
    elastic === undefined
      ? t('capacity.sum.total', { size: text(size) })
      : t('capacity.sum.elastic', { replicas, elastic: text(elastic), size: text(size) }),
    ...(kept > 0n ? [t('capacity.sum.kept', { kept: text(kept), needed: text(needed) })] : []),
    ...(isHeldBackByRecords(supply)
      ? [t('capacity.sum.records', { limit: text(BigInt(RECORD_LIMIT)) })]
      : []),
    ...(unusable > 0n ? [t('capacity.sum.unusable', { number: text(unusable) })] : []),
    ...(stock.state === 'known'
      ? [
          t('capacity.sum.subnet', {
            subnet,
            free: text(stock.free),
            total: text(stock.total),
            needed: text(needed),
          }),
        ]
      : []),
  ];
}

/** More pools than this are counted, not listed. */
const listed = 5;

function poolLines(supply: PoolSupply, words: Words): readonly string[] {
  const { t } = words;
  const { shares, shutOut, sharedWith } = supply;
  const more = shares.length - listed;
  return [
    ...shares.slice(0, listed).map((share) => shareLine(share, words)),
    ...(isHeldBackByRecords(supply)
      ? [t('capacity.sum.records', { limit: countText(BigInt(RECORD_LIMIT), words.language) })]
      : []),
    ...(more > 0 ? [t('capacity.sum.morePools', { number: more })] : []),
    ...(shutOut.length > 0
      ? [t('capacity.sum.shutOut', { pools: shutOut.slice(0, listed).join(', ') })]
      : []),
    ...(sharedWith.length > 0 ? [t('capacity.sum.shared', { nics: sharedWith.join(', ') })] : []),
  ];
}

function shareLine({ pool, free, held, conditional }: PoolShare, { t, language }: Words): string {
  const numbers = {
    pool: pool.name,
    free: countText(free, language),
    total: countText(pool.total, language),
    held: countText(held, language),
  };
  const line = held > 0n ? t('capacity.sum.heldPool', numbers) : t('capacity.sum.pool', numbers);
  return conditional ? `${line} ${t('capacity.sum.conditional')}` : line;
}
