import { DatabaseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useText } from '../../i18n/useText.ts';
import type { LinkedPool } from './linked-pool.ts';
import type { Place } from './place.ts';
import styles from './RestoredNote.module.css';

interface LinkedPoolNoteProps {
  readonly linked: LinkedPool;
  readonly go: (place: Place) => void;
}

/** Says what became of the pool that a link asked for. */
export function LinkedPoolNote({ linked: { pool, outcome }, go }: LinkedPoolNoteProps) {
  const t = useText();
  return (
    <p className={styles.note}>
      <DatabaseOutlined aria-hidden /> {t(`linkedPool.${outcome}`, { pool })}
      {outcome === 'done' && (
        <Button type="link" size="small" onClick={() => go({ step: 'advanced', section: 'nics' })}>
          {t('linkedPool.open')}
        </Button>
      )}
    </p>
  );
}
