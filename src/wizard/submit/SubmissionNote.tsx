import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import { paths } from '../../host/paths.ts';
import { useText } from '../../i18n/useText.ts';
import { ApiErrorNote } from '../../ui/ApiErrorNote.tsx';
import type { ObjectProgress, ObjectState } from './submission.ts';
import type { Submission } from './useSubmission.ts';
import styles from './SubmissionNote.module.css';

const stopping: ReadonlySet<ObjectState['phase']> = new Set(['failed', 'unknown', 'refused']);

interface SubmissionNoteProps {
  readonly cluster: string;
  readonly submission: Submission;
  /** Each refused field has another value now: the refusal is history. */
  readonly mended: boolean;
  readonly onRetry: () => void;
  readonly onRename: (path: string) => void;
}

/** What became of a submission that did not come to its end: what is there, what is not, why, and the way on. */
export function SubmissionNote(props: SubmissionNoteProps) {
  const { cluster, submission, mended, onRetry, onRename } = props;
  const { progress } = submission;
  const stopped = progress.filter(({ state }) => stopping.has(state.phase));
  const created = progress.filter(({ state }) => state.phase === 'created').length;
  const partly = created > 0 && created < progress.length;
  if (stopped.length === 0 && !partly) return null;
  return (
    <div className={styles.note}>
      <CreatedPart cluster={cluster} progress={progress} />
      {!mended &&
        stopped.map((item) => (
          <StoppedPart
            key={`${item.object.kind} ${item.object.name}`}
            cluster={cluster}
            stopped={item}
            onRetry={onRetry}
            onRename={onRename}
          />
        ))}
    </div>
  );
}

/** The Deployment that is there already although the rest is not. */
function CreatedPart({ cluster, progress }: { cluster: string; progress: readonly ObjectProgress[] }) {
  const t = useText();
  const created = progress.find(
    ({ object, state }) => object.kind === 'Deployment' && state.phase === 'created',
  );
  if (created === undefined) return null;
  const { namespace, name } = created.object;
  return (
    <Alert
      type="info"
      showIcon
      title={t('submit.partly', { name })}
      description={t('submit.partlyDetail')}
      action={<Link to={paths.deployment(cluster, namespace, name)}>{t('submit.openDeployment')}</Link>}
    />
  );
}

interface StoppedPartProps extends Pick<SubmissionNoteProps, 'cluster' | 'onRetry' | 'onRename'> {
  readonly stopped: ObjectProgress;
}

function StoppedPart({ cluster, stopped, onRetry, onRename }: StoppedPartProps) {
  const t = useText();
  const { object, state } = stopped;
  const what = { kind: object.kind, name: object.name, namespace: object.namespace };
  if (state.phase === 'unknown') {
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t('submit.unknown', what)}
        description={t('submit.unknownDetail')}
        action={<Button onClick={onRetry}>{t('submit.checkAgain')}</Button>}
      />
    );
  }
  if (state.phase !== 'failed' && state.phase !== 'refused') return null;
  if (state.error.reason !== 'AlreadyExists') {
    const cut = state.error.kind === 'network';
    return (
      <ApiErrorNote
        error={state.error}
        title={t(state.phase === 'refused' ? 'rehearsal.refused' : 'submit.notCreated', what)}
        onRetry={cut ? onRetry : undefined}
      />
    );
  }
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t('submit.nameExists', what)}
      description={t('submit.nameExistsDetail')}
      action={
        <div className={styles.actions}>
          <Button onClick={() => onRename(object.kind === 'Deployment' ? 'basics.name' : 'service.name')}>
            {t('submit.rename')}
          </Button>
          {object.kind === 'Deployment' && (
            <Link to={paths.deployment(cluster, object.namespace, object.name)}>
              {t('submit.openExisting')}
            </Link>
          )}
        </div>
      }
    />
  );
}
