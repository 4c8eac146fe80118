import { Button, Tooltip } from 'antd';
import type { MouseEvent, ReactNode, Ref } from 'react';
import { useText } from '../../i18n/useText.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './WizardFooter.module.css';

interface WizardFooterProps {
  /** The bar, which can take the focus. */
  readonly ref: Ref<HTMLElement>;
  /** What there is to say about the form as a whole. */
  readonly children: ReactNode;
  /** Absent on the first step. */
  readonly onBack: (() => void) | undefined;
  /** Absent on the last step, where `create` takes its place. */
  readonly onNext: (() => void) | undefined;
  readonly check: {
    /** Why the cluster cannot be asked now. A click leads there. */
    readonly blocked: string | undefined;
    readonly busy: boolean;
    readonly onCheck: () => void;
  };
  readonly create: { readonly label: string; readonly busy: boolean; readonly onCreate: () => void };
}

/** The bar that never moves: problems at the left, the way on at the right. */
export function WizardFooter({ ref, children, onBack, onNext, check, create }: WizardFooterProps) {
  const t = useText();
  return (
    <footer ref={ref} tabIndex={-1} className={styles.footer}>
      <div className={styles.status}>{children}</div>
      <div className={styles.buttons}>
        {onBack !== undefined && (
          <Button key="back" onClick={onBack}>
            {t('wizard.back')}
          </Button>
        )}
        <Tooltip key="check" title={check.blocked} trigger={['hover', 'focus']}>
          <Button
            className={classNames(check.blocked !== undefined && styles.blocked)}
            aria-disabled={check.blocked !== undefined || undefined}
            loading={check.busy}
            onClick={check.onCheck}
          >
            {t('rehearsal.check')}
          </Button>
        </Tooltip>
        {onNext !== undefined ? (
          <Button key="next" type="primary" onClick={onNext}>
            {t('wizard.next')}
          </Button>
        ) : (
          <Button key="create" type="primary" loading={create.busy} onClick={once(create.onCreate)}>
            {create.label}
          </Button>
        )}
      </div>
    </footer>
  );
}

/**
 * The second click of a double click is no decision of its own: it would answer the question that the first one asked,
 * or create where the first one was on Next. A key clicks with a count of 0.
 */
function once(onClick: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail <= 1) onClick();
  };
}
