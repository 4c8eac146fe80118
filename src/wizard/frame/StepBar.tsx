import { CheckOutlined, WarningFilled } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { memo } from 'react';
import type { Step } from '../../domain/checks/steps.ts';
import { useText } from '../../i18n/useText.ts';
import { classNames } from '../../ui/class-names.ts';
import type { StepState } from './step-states.ts';
import styles from './StepBar.module.css';

export const stepTitles = {
  basics: 'step.basics',
  containers: 'step.containers',
  service: 'step.service',
  advanced: 'step.advanced',
} as const satisfies Readonly<Record<Step, string>>;

interface StepBarProps {
  readonly states: readonly StepState[];
  /** Told for a blocked step too: whoever listens shows what blocks it. */
  readonly onPick: (state: StepState) => void;
}

/** The steps, how each stands, and the way to each that can be opened. */
export const StepBar = memo(function StepBar({ states, onPick }: StepBarProps) {
  const t = useText();
  return (
    <nav aria-label={t('wizard.steps')}>
      <ol className={styles.steps}>
        {states.map((state, index) => (
          <li key={state.key} className={classNames(styles.item, state.current && styles.currentItem)}>
            <Tooltip
              title={
                state.blockedBy === undefined
                  ? undefined
                  : t('wizard.blocked', { step: t(stepTitles[state.blockedBy]) })
              }
              placement="bottom"
              trigger={['hover', 'focus']}
            >
              <button
                type="button"
                className={styles.step}
                aria-current={state.current ? 'step' : undefined}
                aria-disabled={state.blockedBy !== undefined || undefined}
                onClick={() => onPick(state)}
              >
                <Badge state={state} number={index + 1} />
                <span className={styles.title}>{t(stepTitles[state.key])}</span>
                <span className={styles.hidden}>{stateText(state, t)}</span>
              </button>
            </Tooltip>
          </li>
        ))}
      </ol>
    </nav>
  );
});

function Badge({ state, number }: { state: StepState; number: number }) {
  if (state.badge === 'errors') {
    return (
      <span className={classNames(styles.badge, styles.wrong)} aria-hidden>
        {state.errors > 99 ? '!' : state.errors}
      </span>
    );
  }
  if (state.badge === 'warnings' && !state.current) {
    return (
      <span className={classNames(styles.badge, styles.doubtful)} aria-hidden>
        <WarningFilled />
      </span>
    );
  }
  const done = state.badge === 'done' && !state.current;
  return (
    <span
      className={classNames(styles.badge, state.current && styles.current, done && styles.done)}
      aria-hidden
    >
      {done ? <CheckOutlined /> : number}
    </span>
  );
}

function stateText(state: StepState, t: ReturnType<typeof useText>): string {
  if (state.badge === 'errors') return t('problems.errors', { count: state.errors });
  if (state.badge === 'warnings') return t('problems.warnings', { count: state.warnings });
  return state.badge === 'done' ? t('wizard.stepDone') : '';
}
