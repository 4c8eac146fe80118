import { useMemo } from 'react';
import type { ClusterView } from '../../domain/cluster-view.ts';
import type { NetworkDraft } from '../../domain/workload/draft.ts';
import { NicName } from '../../ui/NicName.tsx';
import { effectiveNetwork } from './effective-source.ts';
import { NicBrief } from './NicBrief.tsx';
import styles from './NicSummary.module.css';
import { nicViews } from './nic-view.ts';

interface NicSummaryProps {
  readonly network: NetworkDraft;
  readonly namespace: string;
  readonly view: ClusterView;
}

/** The NICs of the draft in short, one line each. */
export function NicSummary({ network, namespace, view }: NicSummaryProps) {
  const effective = useMemo(() => effectiveNetwork(network, view), [network, view]);
  const nics = useMemo(() => nicViews(effective, namespace, view), [effective, namespace, view]);
  return (
    <ul className={styles.nics}>
      {nics.map((nic) => (
        <li key={nic.position} className={styles.nic}>
          <NicName index={nic.position} name={nic.interfaceName} />
          <NicBrief nic={nic} source={effective.source} elastic={effective.elastic} />
        </li>
      ))}
    </ul>
  );
}
