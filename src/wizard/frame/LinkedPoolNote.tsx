import { DatabaseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { PoolNeeds } from '../../domain/spiderpool/pool-link.ts';
import { NAME_LABEL } from '../../domain/workload/labels.ts';
import { useLanguage, useText, type Translate } from '../../i18n/useText.ts';
import type { LinkedPool } from './linked-pool.ts';
import type { Place } from './place.ts';
import styles from './RestoredNote.module.css';

interface LinkedPoolNoteProps {
  readonly linked: LinkedPool;
  readonly go: (place: Place) => void;
}

/** Says what became of the pool that a link asked for. */
export function LinkedPoolNote({ linked: { pool, outcome, needs }, go }: LinkedPoolNoteProps) {
  const t = useText();
  const language = useLanguage();
  const given = givenTexts(needs, t);
  const sentences = [
    t(`linkedPool.${outcome}`, { pool }),
    ...(given.length > 0 ? [t('linkedPool.given', { what: given.join(t('linkedPool.and')) })] : []),
  ];
  return (
    <p className={styles.note}>
      <DatabaseOutlined aria-hidden /> {sentences.join(language === 'zh-CN' ? '' : ' ')}
      {outcome === 'done' && (
        <Button type="link" size="small" onClick={() => go({ step: 'advanced', section: 'nics' })}>
          {t('linkedPool.open')}
        </Button>
      )}
    </p>
  );
}

function givenTexts(
  { namespace, name, podLabels, nodeSelector }: PoolNeeds,
  t: Translate,
): readonly string[] {
  return [
    ...(namespace === undefined ? [] : [t('linkedPool.namespace', { namespace })]),
    ...(name === undefined ? [] : [t('linkedPool.name', { name, label: `${NAME_LABEL}=${name}` })]),
    ...(podLabels === undefined ? [] : [t('linkedPool.podLabels', { labels: labelsText(podLabels) })]),
    ...(nodeSelector === undefined
      ? []
      : [t('linkedPool.nodeSelector', { labels: labelsText(nodeSelector) })]),
  ];
}

function labelsText(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}
