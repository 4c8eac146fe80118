import { CheckCircleFilled, CloseCircleFilled, UpOutlined, WarningFilled } from '@ant-design/icons';
import { useId, type KeyboardEvent } from 'react';
import { useText } from '../../i18n/useText.ts';
import { classNames } from '../../ui/class-names.ts';
import { stepOf } from '../../domain/checks/steps.ts';
import type { Problem } from './shown-problems.ts';
import { stepTitles } from './StepBar.tsx';
import styles from './ProblemPanel.module.css';

interface ProblemPanelProps {
  readonly problems: readonly Problem[];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onJump: (path: string) => void;
}

/** How many errors and warnings there are; a click lists them, and each leads to its field. */
export function ProblemPanel({ problems, open, onOpen, onJump }: ProblemPanelProps) {
  const t = useText();
  const id = useId();
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  if (problems.length === 0) {
    return (
      <p className={styles.fine} role="status">
        <CheckCircleFilled aria-hidden className={styles.fineIcon} /> {t('problems.none')}
      </p>
    );
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    onOpen(false);
    document.getElementById(id)?.focus();
  };
  const pick = (path: string) => {
    onOpen(false);
    onJump(path);
  };
  return (
    <div className={styles.panel}>
      <button
        id={id}
        type="button"
        className={styles.summary}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        onClick={() => onOpen(!open)}
        onKeyDown={onKeyDown}
      >
        {errors.length > 0 && (
          <span className={styles.errors}>
            <CloseCircleFilled aria-hidden /> {t('problems.errors', { count: errors.length })}
          </span>
        )}
        {warnings.length > 0 && (
          <span className={styles.warnings}>
            <WarningFilled aria-hidden /> {t('problems.warnings', { count: warnings.length })}
          </span>
        )}
        <UpOutlined aria-hidden className={classNames(styles.arrow, open && styles.arrowOpen)} />
      </button>
      {open && (
        <ul id={`${id}-list`} className={styles.list} aria-label={t('problems.title')}>
          {[...errors, ...warnings].map((problem) => (
            <li key={`${problem.path} ${problem.text}`}>
              <button
                type="button"
                className={styles.problem}
                onClick={() => pick(problem.path)}
                onKeyDown={onKeyDown}
              >
                <span className={problem.severity === 'error' ? styles.errors : styles.warnings}>
                  {problem.severity === 'error' ? (
                    <CloseCircleFilled aria-hidden />
                  ) : (
                    <WarningFilled aria-hidden />
                  )}
                </span>
                <span>
                  {problem.text}
                  <span className={styles.where}>{t(stepTitles[stepOf(problem.path)])}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
