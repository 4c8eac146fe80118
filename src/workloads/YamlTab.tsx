import { useMemo } from 'react';
import { stringify } from 'yaml';
import { useText } from '../i18n/useText.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import type { StoredDeployment } from './stored-deployment.ts';
import styles from './YamlTab.module.css';

/** The items of a list do not say what they are, and without it nobody could apply the text. */
const type = { apiVersion: 'apps/v1', kind: 'Deployment' };

/** The object as the cluster has it now, without `managedFields`. */
export function YamlTab({ object }: { object: StoredDeployment }) {
  const t = useText();
  const text = useMemo(
    () => stringify({ ...type, ...object }, { lineWidth: 0, indentSeq: false, compat: 'yaml-1.1' }),
    [object],
  );
  const label = t('yaml.deployment', { name: object.metadata.name });
  return (
    <section className={styles['card']} aria-label={label}>
      <div className={styles['bar']}>
        <CopyButton text={text}>{t('word.copy')}</CopyButton>
      </div>
      {/* Scrolls, so it must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles['text']} tabIndex={0}>
        {text}
      </pre>
    </section>
  );
}
