import { CopyOutlined } from '@ant-design/icons';
import { useFormContext } from 'react-hook-form';
import type { Finding } from '../../domain/checks/finding.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { useText } from '../../i18n/useText.ts';
import { useFindingText } from '../../ui/useFindingText.ts';
import styles from './CopyNote.module.css';
import type { ObjectName } from './draft-start.ts';

export interface CopyNoteProps {
  readonly of: ObjectName;
  /** What of the manifest the form cannot show. */
  readonly notes: readonly Finding[];
}

/** Says quietly that this is a copy, what of it the form does not show, and what it shares with the original. */
export function CopyNote({ of, notes }: CopyNoteProps) {
  const t = useText();
  const findingText = useFindingText();
  const { formState } = useFormContext<Draft>();
  const selector = formState.defaultValues?.metadata?.selector;
  const labels = (selector?.labels ?? [])
    .map((label) => `${label?.key ?? ''}=${label?.value ?? ''}`)
    .join(', ');
  return (
    <div className={styles.note}>
      <p className={styles.line}>
        <CopyOutlined aria-hidden /> {t('copy.of', { namespace: of.namespace, name: of.name })}
      </p>
      {selector?.byName === false && <p className={styles.line}>{t('copy.sameSelector', { labels })}</p>}
      {notes.length > 0 && (
        <details>
          <summary>{t('copy.notes', { count: notes.length })}</summary>
          <ul className={styles.notes}>
            {notes.map((note) => (
              <li key={`${note.path} ${note.code} ${JSON.stringify(note.params)}`}>{findingText(note)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
