import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { useId, useState } from 'react';
import { useText } from '../../i18n/useText.ts';
import { ExplainedFailure } from '../failures/ExplainedFailure.tsx';
import type { StoredDeployment } from '../stored-deployment.ts';
import { StatusDot, type Tone } from '../StatusDot.tsx';
import styles from './PodCard.module.css';
import { PodNicTable } from './PodNicTable.tsx';
import type { PodRow } from './pod-rows.ts';
import type { PodPhase } from './pod-state.ts';

const tones: Readonly<Record<PodPhase, Tone>> = {
  running: 'good',
  notReady: 'busy',
  scheduling: 'busy',
  creating: 'busy',
  network: 'bad',
  address: 'bad',
  image: 'bad',
  crashing: 'bad',
  succeeded: 'quiet',
  failed: 'bad',
  ending: 'quiet',
};

interface PodCardProps {
  cluster: string;
  deployment: StoredDeployment;
  row: PodRow;
}

/** One Pod: its state, why it waits, and its network cards. Folds. */
export function PodCard({ cluster, deployment, row }: PodCardProps) {
  const t = useText();
  const [open, setOpen] = useState(true);
  const bodyId = useId();
  const Chevron = open ? DownOutlined : RightOutlined;
  return (
    <section className={styles['card']} aria-label={row.name}>
      <h2 className={styles['head']}>
        <button
          type="button"
          className={styles['fold']}
          aria-expanded={open}
          aria-controls={bodyId}
          aria-label={t('pods.fold', { pod: row.name })}
          onClick={() => setOpen(!open)}
        >
          <Chevron aria-hidden />
        </button>
        <span className={styles['name']}>{row.name}</span>
        <StatusDot tone={tones[row.state.phase]}>{t(`pod.${row.state.phase}`)}</StatusDot>
        <span className={styles['second']}>{row.node === '' ? t('pods.unscheduled') : row.node}</span>
        {row.restarts > 0 && (
          <span className={styles['second']}>{t('pods.restarts', { count: row.restarts })}</span>
        )}
      </h2>
      <div id={bodyId} hidden={!open}>
        {row.state.failure !== undefined && (
          <ExplainedFailure
            cluster={cluster}
            deployment={deployment}
            subject={row.name}
            node={row.node}
            template={row.template}
            nics={row.nics}
            failure={row.state.failure}
          />
        )}
        <PodNicTable podName={row.name} nics={row.nics} />
      </div>
    </section>
  );
}
