import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  LoadingOutlined,
  QuestionCircleFilled,
} from '@ant-design/icons';
import { useText } from '../../i18n/useText.ts';
import type { ObjectProgress, ObjectState } from './submission.ts';
import styles from './ProgressList.module.css';

const texts = {
  waiting: 'submit.waiting',
  creating: 'submit.creating',
  checking: 'submit.checking',
  created: 'submit.created',
  failed: 'submit.failed',
  unknown: 'submit.unknownShort',
} as const satisfies Record<ObjectState['phase'], string>;

/** Each object that is created, and how far it is. */
export function ProgressList({ progress }: { progress: readonly ObjectProgress[] }) {
  const t = useText();
  return (
    <ul className={styles.list} role="status" aria-label={t('submit.progress')}>
      {progress.map(({ object, state }) => (
        <li key={`${object.kind} ${object.name}`} className={styles.item} data-phase={state.phase}>
          <PhaseIcon phase={state.phase} />
          <span>
            {object.kind} <code className={styles.name}>{object.name}</code> · {t(texts[state.phase])}
          </span>
        </li>
      ))}
    </ul>
  );
}

function PhaseIcon({ phase }: { phase: ObjectState['phase'] }) {
  switch (phase) {
    case 'waiting':
      return <ClockCircleOutlined aria-hidden />;
    case 'creating':
    case 'checking':
      return <LoadingOutlined aria-hidden />;
    case 'created':
      return <CheckCircleFilled aria-hidden />;
    case 'failed':
      return <CloseCircleFilled aria-hidden />;
    case 'unknown':
      return <QuestionCircleFilled aria-hidden />;
  }
}
