import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  LoadingOutlined,
  QuestionCircleFilled,
} from '@ant-design/icons';
import { useText } from '../../i18n/useText.ts';
import type { RehearsedObject } from './rehearsal.ts';
import type { ObjectProgress, ObjectState } from './submission.ts';
import styles from './ProgressList.module.css';

const texts = {
  waiting: 'submit.waiting',
  rehearsing: 'rehearsal.running',
  refused: 'rehearsal.refusedShort',
  creating: 'submit.creating',
  checking: 'submit.checking',
  created: 'submit.created',
  failed: 'submit.failed',
  unknown: 'submit.unknownShort',
} as const satisfies Record<ObjectState['phase'], string>;

interface ProgressListProps {
  readonly progress: readonly ObjectProgress[];
  readonly rehearsal: readonly RehearsedObject[];
}

/** Each object that is checked and created, and how far it is. */
export function ProgressList({ progress, rehearsal }: ProgressListProps) {
  const t = useText();
  const skipped = ({ object }: ObjectProgress) =>
    rehearsal.some((item) => item.object === object && item.outcome.kind === 'notRun');
  return (
    <div role="status" aria-label={t('submit.progress')}>
      <ul className={styles.list}>
        {progress.map((item) => {
          const { object, state } = item;
          return (
            <li key={`${object.kind} ${object.name}`} className={styles.item} data-phase={state.phase}>
              <PhaseIcon phase={state.phase} />
              <span>
                {object.kind} <code className={styles.name}>{object.name}</code> · {t(texts[state.phase])}
                {skipped(item) && <> · {t('rehearsal.skipped')}</>}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function PhaseIcon({ phase }: { phase: ObjectState['phase'] }) {
  switch (phase) {
    case 'waiting':
      return <ClockCircleOutlined aria-hidden />;
    case 'rehearsing':
    case 'creating':
    case 'checking':
      return <LoadingOutlined aria-hidden />;
    case 'created':
      return <CheckCircleFilled aria-hidden />;
    case 'failed':
    case 'refused':
      return <CloseCircleFilled aria-hidden />;
    case 'unknown':
      return <QuestionCircleFilled aria-hidden />;
  }
}
