import { CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { FieldProblem } from './field-problems.ts';
import styles from './FieldFrame.module.css';

/** What a control needs to be tied to its label, help and problem. Spread it on the control. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
  readonly status: 'error' | 'warning' | '';
  readonly disabled: boolean;
}

/** What every field of a form takes, whatever its control. */
export interface FieldTexts {
  readonly label: string;
  /** The label is for readers of the screen aloud only: in rows under column headings. */
  readonly labelHidden?: boolean;
  readonly required?: boolean;
  /** One muted line under the control. */
  readonly help?: ReactNode;
  /** Why the control cannot be used now; it is disabled while this is given. */
  readonly disabledReason?: string | undefined;
  /** What can be done about the problem, e.g. a link; shown only with a problem. */
  readonly remedy?: ReactNode;
  readonly className?: string | undefined;
}

interface FieldFrameProps extends FieldTexts {
  readonly id: string;
  readonly problem: FieldProblem | undefined;
  /** Shown at the right of the help line, e.g. a counter. */
  readonly aside?: ReactNode;
  readonly children: (control: ControlProps) => ReactNode;
}

/** Label above, control, and one line below it: the problem, else why it is disabled, else the help. */
export function FieldFrame(props: FieldFrameProps) {
  const { id, label, problem, disabledReason, help, aside, labelHidden = false, required = false } = props;
  const noteId = `${id}-note`;
  const hasNote = problem !== undefined || disabledReason !== undefined || help !== undefined;
  return (
    <div className={classNames(styles.frame, props.className)} data-labelled={!labelHidden || undefined}>
      <label htmlFor={id} className={labelHidden ? styles.hidden : styles.label}>
        {label}
        {required && (
          <span className={styles.mark} aria-hidden>
            *
          </span>
        )}
      </label>
      {props.children({
        id,
        'aria-describedby': hasNote ? noteId : undefined,
        'aria-invalid': problem?.severity === 'error' ? true : undefined,
        'aria-required': required ? true : undefined,
        status: problem?.severity ?? '',
        disabled: disabledReason !== undefined,
      })}
      {(hasNote || aside !== undefined) && (
        <div className={styles.below}>
          <span>
            <FieldNote id={noteId} problem={problem} text={disabledReason ?? help} />
            {problem !== undefined && props.remedy !== undefined && <> {props.remedy}</>}
          </span>
          {aside !== undefined && <span className={styles.aside}>{aside}</span>}
        </div>
      )}
    </div>
  );
}

/** The line below a control. */
export function FieldNote(props: { id: string; problem: FieldProblem | undefined; text: ReactNode }) {
  const { id, problem, text } = props;
  if (problem === undefined) {
    return (
      <span id={id} className={styles.help}>
        {text}
      </span>
    );
  }
  const error = problem.severity === 'error';
  return (
    <span id={id} className={error ? styles.error : styles.warning}>
      {error ? <CloseCircleFilled aria-hidden /> : <WarningFilled aria-hidden />} {problem.text}
      {problem.fix !== undefined && (
        <>
          {' '}
          <Button type="link" size="small" onClick={problem.fix.apply}>
            {problem.fix.text}
          </Button>
        </>
      )}
    </span>
  );
}
