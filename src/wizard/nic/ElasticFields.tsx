import { Input, Switch } from 'antd';
import type { KeyboardEvent } from 'react';
import type { ElasticDraft } from '../../domain/workload/draft.ts';
import { useText } from '../../i18n/useText.ts';
import { stepped } from '../../ui/fields/stepped.ts';
import { FindingNotes } from './FindingNotes.tsx';
import { replicaCount, wholeNumber } from '../../domain/capacity/needed-addresses.ts';
import { useNicScope } from './nic-scope.ts';
import styles from './ElasticFields.module.css';

/** 弹性 IP with its number, the sum that follows from it, and whether the pool outlives the workload. */
export function ElasticFields() {
  const t = useText();
  const { network, change, idOf } = useNicScope();
  const { elastic, keepPool } = network;
  const set = (next: Partial<ElasticDraft>) => change({ ...network, elastic: { ...elastic, ...next } });
  const total = elastic.form === 'total';
  const switchId = idOf('network.elastic.enabled');
  const keepId = idOf('network.keepPool');
  return (
    <div className={styles.rows}>
      <div className={styles.row}>
        {total ? (
          <span className={styles.switch}>{t('nic.total')}</span>
        ) : (
          <span className={styles.switch}>
            <Switch id={switchId} checked={elastic.enabled} onChange={(enabled) => set({ enabled })} />
            <label htmlFor={switchId}>{t('nic.elastic')}</label>
          </span>
        )}
        {(elastic.enabled || total) && (
          <CountInput
            label={total ? t('nic.total.count') : t('nic.elastic.count')}
            value={elastic.count}
            onChange={(count) => set({ count })}
          />
        )}
        <MaxUsable />
        <span className={styles.keep}>
          <Switch
            id={keepId}
            checked={keepPool}
            onChange={(keep) => change({ ...network, keepPool: keep })}
          />
          <label htmlFor={keepId}>{t('nic.keepPool')}</label>
        </span>
      </div>
      <FindingNotes path="network.elastic.count" />
      <FindingNotes path="network.keepPool" />
      {keepPool && <p className={styles.note}>{t('nic.keepPool.note')}</p>}
    </div>
  );
}

interface CountInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The number as it was typed; arrow keys count. */
function CountInput({ label, value, onChange }: CountInputProps) {
  const { findingsAt, touch, idOf } = useNicScope();
  const path = 'network.elastic.count';
  const wrong = findingsAt(path).some((finding) => finding.severity === 'error');
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    onChange(stepped(value, by, 0, Number.MAX_SAFE_INTEGER));
  };
  return (
    <Input
      id={idOf(path)}
      style={{ width: 72 }}
      aria-label={label}
      aria-invalid={wrong || undefined}
      aria-describedby={`${idOf(path)}-notes`}
      status={wrong ? 'error' : ''}
      inputMode="numeric"
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => touch(path)}
      onKeyDown={onKeyDown}
    />
  );
}

/** 最大可用 IP 数 = 副本数 + 弹性 IP, with its numbers as soon as they are numbers. */
function MaxUsable() {
  const t = useText();
  const { network, workload } = useNicScope();
  const { elastic } = network;
  const replicas = replicaCount(workload.replicas);
  const extra = elastic.enabled || elastic.form === 'total' ? wholeNumber(elastic.count) : 0;
  return (
    <output className={styles.max}>
      <span>{t('nic.max')}</span>
      {extra !== undefined && elastic.form === 'total' && <strong>{extra}</strong>}
      {elastic.form === 'elastic' && replicas !== undefined && extra !== undefined && (
        <>
          <strong>{replicas + extra}</strong>
          <span>{t('nic.max.sum', { replicas, elastic: extra })}</span>
        </>
      )}
      {elastic.form === 'elastic' && (replicas === undefined || extra === undefined) && (
        <span>{t('nic.max.words')}</span>
      )}
      <span className={styles.per}>{t('nic.max.per')}</span>
    </output>
  );
}
