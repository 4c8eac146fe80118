import type { AutoPoolDiagnosis } from '../../domain/failures/auto-pool.ts';
import type { FailureExplanation } from '../../domain/failures/explain-failure.ts';
import type { NetworkFailure } from '../../domain/failures/failure.ts';
import type { StockCount } from '../../domain/failures/stock-counts.ts';
import { familyName } from '../../domain/spiderpool/reason.ts';
import { useLanguage, useText, type Translate } from '../../i18n/useText.ts';
import { MonoText } from '../../ui/MonoText.tsx';
import { countText } from '../../ui/stock/count-text.ts';
import { literalWords } from './failure-words.ts';
import styles from './FailureNote.module.css';

interface FailureFactsProps {
  failure: NetworkFailure;
  explanation: FailureExplanation;
}

/** What the cluster shows beside the words of the Event: counts, refusals, and why a fixed pool is not there. */
export function FailureFacts({ failure, explanation }: FailureFactsProps) {
  const t = useText();
  const language = useLanguage();
  const count = (addresses: bigint) => countText(addresses, language);
  const { coordinator, autoPool, stocks, offers, given } = explanation;
  const { requested, used, limited } = failure.params;
  const words = literalWords(failure);
  const facts: readonly string[] = [
    ...(coordinator === undefined
      ? []
      : [
          t('failure.coordinator', {
            phase: coordinator.phase || t('failure.coordinator.new'),
            reason: coordinator.reason,
          }),
        ]),
    ...(autoPool === undefined ? [] : [autoPoolText(autoPool, t, count)]),
    ...(failure.shortages ?? [])
      .slice(1)
      .map(({ interfaceName, family, pools }) =>
        t('failure.shortage', { nic: interfaceName, family: familyName(family), names: pools.join(', ') }),
      ),
    ...(failure.refusals ?? []).map(({ nodes, reason }) => t('failure.refusal', { count: nodes, reason })),
    ...offers.map(({ resource, nodes }) =>
      nodes.length === 0
        ? t('failure.offer.none', { resource })
        : t('failure.offer', {
            resource,
            offers: nodes.map((node) => `${node.name} ${node.amount}`).join(', '),
          }),
    ),
    ...(requested === undefined || used === undefined || limited === undefined
      ? []
      : [t('failure.quota', { requested, used, limited })]),
    ...(given.length === 0 ? [] : [t('failure.given', { nics: given.join(', ') })]),
  ];
  return (
    <>
      {words !== undefined && <code className={styles['words']}>{words}</code>}
      {(facts.length > 0 || stocks.length > 0) && (
        <ul className={styles['facts']}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
          {stocks.map((stock) => (
            <li key={stock.name}>
              <MonoText>{stock.name}</MonoText> · {stockText(stock, t, count)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function stockText(
  { free, total, held, reserved }: StockCount,
  t: Translate,
  count: (addresses: bigint) => string,
): string {
  return t(reserved === 0n ? 'failure.stock' : 'failure.stock.reserved', {
    free: count(free),
    total: count(total),
    held: count(held),
    reserved: count(reserved),
  });
}

function autoPoolText(
  diagnosis: AutoPoolDiagnosis,
  t: Translate,
  count: (addresses: bigint) => string,
): string {
  switch (diagnosis.kind) {
    case 'off':
    case 'unreadable':
    case 'controller':
      return t(`autoPool.${diagnosis.kind}`);
    case 'wrongInterface':
      return t('autoPool.wrongInterface', {
        nic: diagnosis.interfaceName,
        listed: diagnosis.listed.join(', ') || '…',
      });
    case 'subnetMissing':
    case 'changedSubnet':
    case 'subnetShort':
    case 'cannotGrow': {
      const { kind, interfaceName, family, subnet } = diagnosis;
      return t(`autoPool.${kind}`, {
        nic: interfaceName,
        family: familyName(family),
        subnet,
        ...('pool' in diagnosis ? { pool: diagnosis.pool } : {}),
        ...('before' in diagnosis ? { before: diagnosis.before } : {}),
        ...('needed' in diagnosis ? { needed: diagnosis.needed, free: count(diagnosis.free) } : {}),
        ...('size' in diagnosis ? { size: count(diagnosis.size) } : {}),
      });
    }
  }
}
