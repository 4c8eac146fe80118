import { CloseOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useText, type Translate } from '../../i18n/useText.ts';
import type { ApiError } from '../../cluster/api-error.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { RawWords } from '../../ui/RawWords.tsx';
import { useInsight } from '../frame/insight-context.ts';
import { Section } from '../frame/Section.tsx';
import { Note } from '../nic/Note.tsx';
import { ChangeList } from './ChangeList.tsx';
import { isStillOf, refusesDryRuns, replacedNics, type RehearsedObject } from './rehearsal.ts';
import { warningsOf } from './server-warnings.ts';
import { submittedObjects } from './submitted-objects.ts';
import type { Submission } from './useSubmission.ts';
import styles from './RehearsalNote.module.css';

interface RehearsalNoteProps {
  readonly submission: Submission;
  readonly onJump: (path: string) => void;
  /** The note goes, and leaves the focus to the page. */
  readonly onClose: () => void;
}

/** What the cluster said of the form without creating anything. What it refused is said by the submission's note. */
export function RehearsalNote({ submission, onJump, onClose }: RehearsalNoteProps) {
  const t = useText();
  const { documents } = useInsight();
  const [closed, setClosed] = useState<Submission>();
  const { rehearsal, progress } = submission;
  const current = useMemo(() => isStillOf(rehearsal, submittedObjects(documents)), [rehearsal, documents]);
  const rehearsed = rehearsal.filter(({ outcome }) => outcome.kind !== 'refused');
  const sent = progress.some(({ state }) => state.phase === 'failed' || state.phase === 'unknown');
  if (rehearsed.length === 0 || sent || closed === submission) return null;
  return (
    <Section
      title={t('rehearsal.title')}
      action={
        <IconButton
          label={t('rehearsal.close')}
          icon={<CloseOutlined />}
          onClick={() => {
            onClose();
            setClosed(submission);
          }}
        />
      }
    >
      {current ? (
        <>
          <div role="status">
            <ul className={styles.objects}>
              {rehearsed.map((item) => (
                <li key={item.object.kind}>
                  <Verdict item={item} />
                </li>
              ))}
            </ul>
          </div>
          <Warnings submission={submission} onJump={onJump} />
          {rehearsed.map((item) => (
            <Changes key={item.object.kind} item={item} />
          ))}
          <Note tone="quiet">{t('rehearsal.scope')}</Note>
        </>
      ) : (
        <Note tone="note">{t('rehearsal.outdated')}</Note>
      )}
    </Section>
  );
}

function Verdict({ item: { object, outcome } }: { readonly item: RehearsedObject }) {
  const t = useText();
  const what = { kind: object.kind, name: object.name };
  switch (outcome.kind) {
    case 'accepted': {
      const asSent = outcome.changes.every(({ kind }) => kind === 'default');
      return <Note tone="good">{t(asSent ? 'rehearsal.acceptedAsSent' : 'rehearsal.accepted', what)}</Note>;
    }
    case 'notRun':
      return (
        <Note tone="warning">
          {t('rehearsal.notRun', { ...what, reason: reasonText(outcome.error, t) })}
          <RawWords error={outcome.error} />
        </Note>
      );
    case 'refused':
      return null;
  }
}

function reasonText(error: ApiError, t: Translate): string {
  if (refusesDryRuns(error)) return t('rehearsal.noDryRun');
  return t(error.kind === 'network' ? 'rehearsal.notRunNow' : 'rehearsal.busy');
}

function Warnings({ submission, onJump }: Omit<RehearsalNoteProps, 'onClose'>) {
  const t = useText();
  const warnings = warningsOf(submission);
  if (warnings.length === 0) return null;
  return (
    <div>
      <h4 className={styles.subtitle}>{t('rehearsal.warnings')}</h4>
      <ul className={styles.objects}>
        {warnings.map(({ kind, path, message }) => (
          <li key={`${kind} ${message}`}>
            <Note tone="warning">
              {kind}: {message}{' '}
              {path !== undefined && (
                <Button type="link" size="small" onClick={() => onJump(path)}>
                  {t('rehearsal.toField')}
                </Button>
              )}
            </Note>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What admission makes of one object: the work of webhooks in sight, the server's own defaults folded. */
function Changes({ item }: { readonly item: RehearsedObject }) {
  const t = useText();
  if (item.outcome.kind !== 'accepted') return null;
  const { changes } = item.outcome;
  const nics = replacedNics(item);
  const defaults = changes.filter(({ kind }) => kind === 'default');
  const others = changes.filter((change) => change.kind !== 'default');
  const what = { kind: item.object.kind, name: item.object.name };
  return (
    <div className={styles.changes}>
      {nics.length > 0 && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('rehearsal.nicsReplaced')}
          description={t('rehearsal.nicsReplacedDetail')}
        />
      )}
      {others.length > 0 && (
        <>
          <h4 className={styles.subtitle}>{t('rehearsal.changes', { ...what, count: others.length })}</h4>
          <ChangeList changes={[...nics, ...others.filter((change) => !nics.includes(change))]} />
        </>
      )}
      {defaults.length > 0 && (
        <details>
          <summary className={styles.summary}>
            {item.object.kind}: {t('rehearsal.defaults', { count: defaults.length })}
          </summary>
          <ChangeList changes={defaults} />
        </details>
      )}
    </div>
  );
}
