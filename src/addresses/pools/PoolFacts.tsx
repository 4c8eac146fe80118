import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { selectorText, type LabelSelector } from '../../domain/label-selector.ts';
import { isAutoPool } from '../../domain/spiderpool/pool-rules.ts';
import type { Pool } from '../../domain/spiderpool/pool.ts';
import { paths } from '../../host/paths.ts';
import { useText, type Translate } from '../../i18n/useText.ts';
import { Facts, type Fact } from '../Facts.tsx';
import { WorkloadLink } from '../holders/WorkloadLink.tsx';
import { labelFact, stockFacts } from '../stock-facts.tsx';
import type { PoolRecord } from '../useAddressLists.ts';

interface PoolFactsProps {
  readonly cluster: string;
  readonly record: PoolRecord;
}

/** What a pool is: its addresses, and who may draw from it, in words. */
export function PoolFacts({ cluster, record: { pool, details } }: PoolFactsProps) {
  const t = useText();
  const { subnetName } = details;
  const facts: readonly Fact[] = [
    ...stockFacts(pool, details, t),
    ...(subnetName === ''
      ? []
      : [
          {
            term: t('facts.subnet'),
            value: <Link to={paths.subnet(cluster, subnetName)}>{subnetName}</Link>,
          },
        ]),
    ...ownerFact(cluster, pool, t),
    ...affinityFacts(pool, t),
    ...labelFact(details, t),
  ];
  return <Facts facts={facts} />;
}

function ownerFact(cluster: string, { owner }: Pool, t: Translate): readonly Fact[] {
  if (owner === undefined) return [];
  const value = (
    <>
      {owner.kind} {owner.namespace}/<WorkloadLink cluster={cluster} workload={owner} />
      {owner.interfaceName !== '' && ` · ${owner.interfaceName}`}
    </>
  );
  return [{ term: t('facts.owner'), value }];
}

/** Names win over labels (domain reference 2.2), and all kinds must hold together. */
function affinityFacts(pool: Pool, t: Translate): readonly Fact[] {
  const { namespaceNames, namespaceAffinity, nodeNames, nodeAffinity, multusNames } = pool;
  const podAffinity = isAutoPool(pool) ? undefined : pool.podAffinity;
  return [
    ...(isAutoPool(pool)
      ? []
      : [{ term: t('facts.pods'), value: restriction([], podAffinity, 'facts.pods', t) }]),
    {
      term: t('facts.namespaces'),
      value: restriction(namespaceNames, namespaceAffinity, 'facts.namespaces', t),
    },
    { term: t('facts.nodes'), value: restriction(nodeNames, nodeAffinity, 'facts.nodes', t) },
    {
      term: t('facts.attachments'),
      value: multusNames.length === 0 ? t('facts.attachments.any') : multusNames.join(', '),
    },
  ];
}

function restriction(
  names: readonly string[],
  selector: LabelSelector | undefined,
  key: 'facts.pods' | 'facts.namespaces' | 'facts.nodes',
  t: Translate,
): ReactNode {
  if (names.length > 0) return names.join(', ');
  const text = selector === undefined ? '' : selectorText(selector);
  return text === '' ? t(`${key}.any`) : t(`${key}.labels`, { selector: text });
}
