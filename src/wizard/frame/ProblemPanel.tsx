import { CheckCircleFilled, EditOutlined, UpOutlined } from '@ant-design/icons';
import { useCallback, useId, useRef, type KeyboardEvent } from 'react';
import type { Finding, Severity } from '../../domain/checks/finding.ts';
import { useText } from '../../i18n/useText.ts';
import { classNames } from '../../ui/class-names.ts';
import { ProblemItem, SeverityIcon } from './ProblemItem.tsx';
import styles from './ProblemPanel.module.css';
import type { Problem } from './shown-problems.ts';

interface ProblemPanelProps {
  readonly problems: readonly Problem[];
  /** Fields that are still to be filled in: wrong as they are, and not shown as such yet. */
  readonly waiting: number;
  readonly open: boolean;
  /** All warnings were asked about: the next Create goes on. */
  readonly asked: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onJump: (path: string) => void;
  readonly onFix: (finding: Finding) => void;
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** How many errors, warnings and notes there are; a click lists them, and each leads to its field or ends by its fix. */
export function ProblemPanel(props: ProblemPanelProps) {
  const { problems, waiting, open, asked, onOpen, onJump, onFix } = props;
  const t = useText();
  const id = useId();
  const { panelRef, fineRef } = useFocusOfPanel();
  if (problems.length === 0) {
    return (
      <p ref={fineRef} tabIndex={-1} className={styles.fine} role="status">
        {waiting > 0 ? (
          <Waiting count={waiting} />
        ) : (
          <>
            <CheckCircleFilled aria-hidden className={styles.fineIcon} /> {t('problems.none')}
          </>
        )}
      </p>
    );
  }
  const groups = severities.map((severity) => ({
    severity,
    problems: problems.filter((problem) => problem.severity === severity),
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    onOpen(false);
    document.getElementById(id)?.focus();
  };
  const jump = (path: string) => {
    onOpen(false);
    onJump(path);
  };
  const end = (finding: Finding) => {
    // The button goes with its finding, and leaves the focus to the summary.
    document.getElementById(id)?.focus();
    onFix(finding);
  };
  return (
    <div ref={panelRef} className={styles.panel}>
      <button
        id={id}
        type="button"
        className={styles.summary}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        onClick={() => onOpen(!open)}
        onKeyDown={onKeyDown}
      >
        {groups.map(
          ({ severity, problems: found }) =>
            found.length > 0 && (
              <span key={severity} className={styles[severity]}>
                <SeverityIcon severity={severity} /> {t(`problems.${severity}s`, { count: found.length })}
              </span>
            ),
        )}
        {waiting > 0 && (
          <span className={styles.waiting}>
            <Waiting count={waiting} />
          </span>
        )}
        <UpOutlined aria-hidden className={classNames(styles.arrow, open && styles.arrowOpen)} />
      </button>
      {open && (
        <div className={styles.list}>
          {asked && groups[0]?.problems.length === 0 && (
            <p className={styles.asked} role="status">
              {t('problems.asked')}
            </p>
          )}
          <ul id={`${id}-list`} aria-label={t('problems.title')}>
            {groups.flatMap((group) =>
              group.problems.map((problem) => (
                <ProblemItem
                  key={`${problem.path} ${problem.text}`}
                  problem={problem}
                  onJump={jump}
                  onFix={end}
                  onKeyDown={onKeyDown}
                />
              )),
            )}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Said without a colour: nothing is wrong with a field that nobody has come to yet. */
function Waiting({ count }: { readonly count: number }) {
  const t = useText();
  return (
    <>
      <EditOutlined aria-hidden /> {t('problems.waiting', { count })}
    </>
  );
}

/** The panel goes with its last problem. Where the focus was in it, the line that takes its place has it from then on. */
function useFocusOfPanel() {
  const hadFocus = useRef(false);
  const panelRef = useCallback(
    (panel: HTMLElement | null) => () => {
      hadFocus.current = panel?.contains(document.activeElement) ?? false;
    },
    [],
  );
  const fineRef = useCallback((line: HTMLElement | null) => {
    if (hadFocus.current) line?.focus();
    hadFocus.current = false;
  }, []);
  return { panelRef, fineRef };
}
