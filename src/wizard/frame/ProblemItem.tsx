import { CloseCircleFilled, InfoCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { KeyboardEvent } from 'react';
import type { Finding, Severity } from '../../domain/checks/finding.ts';
import { stepOf } from '../../domain/checks/steps.ts';
import { useText } from '../../i18n/useText.ts';
import styles from './ProblemPanel.module.css';
import type { Problem } from './shown-problems.ts';
import { stepTitles } from './StepBar.tsx';

interface ProblemItemProps {
  readonly problem: Problem;
  readonly onJump: (path: string) => void;
  readonly onFix: (finding: Finding) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One problem: the way to its field, and the button that ends it where there is one. */
export function ProblemItem({ problem, onJump, onFix, onKeyDown }: ProblemItemProps) {
  const t = useText();
  const { path, severity, text, finding, fix } = problem;
  return (
    <li className={styles.item}>
      <button type="button" className={styles.problem} onClick={() => onJump(path)} onKeyDown={onKeyDown}>
        <span className={styles[severity]}>
          <SeverityIcon severity={severity} />
        </span>
        <span>
          {text}
          <span className={styles.where}>{t(stepTitles[stepOf(path)])}</span>
        </span>
      </button>
      {finding !== undefined && fix !== undefined && (
        <Button
          type="link"
          size="small"
          className={styles.fix ?? ''}
          onClick={() => onFix(finding)}
          onKeyDown={onKeyDown}
        >
          {fix}
        </Button>
      )}
    </li>
  );
}

export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  switch (severity) {
    case 'error':
      return <CloseCircleFilled aria-hidden />;
    case 'warning':
      return <WarningFilled aria-hidden />;
    case 'note':
      return <InfoCircleFilled aria-hidden />;
  }
}
