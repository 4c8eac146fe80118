import { stringify } from 'yaml';
import type { AdmissionChange } from '../../domain/workload/admission-changes.ts';
import { useText } from '../../i18n/useText.ts';
import { ForReaders } from '../../ui/ForReaders.tsx';
import styles from './ChangeList.module.css';

const kindTexts = {
  injected: 'rehearsal.injected',
  changed: 'rehearsal.changed',
  removed: 'rehearsal.removed',
  default: 'rehearsal.default',
} as const satisfies Record<AdmissionChange['kind'], string>;

/** What was sent beside what the server would store, one place after the other. */
export function ChangeList({ changes }: { readonly changes: readonly AdmissionChange[] }) {
  const t = useText();
  return (
    <ul className={styles.list}>
      {changes.map(({ path, kind, before, after }) => (
        <li key={path} className={styles.change}>
          <span className={styles.head}>
            <code className={styles.path}>{path}</code>
            <span className={styles.kind}>{t(kindTexts[kind])}</span>
          </span>
          <Side mark="−" name={t('rehearsal.before')} value={before} />
          <Side mark="+" name={t('rehearsal.after')} value={after} />
        </li>
      ))}
    </ul>
  );
}

function Side({ mark, name, value }: { mark: '−' | '+'; name: string; value: unknown }) {
  if (value === undefined) return null;
  return (
    <span className={styles.side} data-mark={mark}>
      <span aria-hidden className={styles.mark}>
        {mark}
      </span>
      <ForReaders>{name}: </ForReaders>
      <code className={styles.value}>{valueText(value)}</code>
    </span>
  );
}

/** A text as it is, anything else as it would stand in the YAML. */
function valueText(value: unknown): string {
  return typeof value === 'string' ? value : stringify(value, { lineWidth: 0, indentSeq: false }).trimEnd();
}
