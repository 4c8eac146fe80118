import { CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import { flushSync } from 'react-dom';
import { useText } from '../../../i18n/useText.ts';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';
import styles from './FoldedFindings.module.css';

interface FoldedFindingsProps {
  readonly nic: NicView;
  readonly onOpen: () => void;
}

/**
 * How many findings a folded row has. It also stands in for its fields: who jumps to a finding moves the focus to the
 * field's id, and that opens the row and lands on the field itself. Also for those that are held back: the list of problems
 * may show them a moment earlier than the row.
 */
export function FoldedFindings({ nic, onOpen }: FoldedFindingsProps) {
  const t = useText();
  const { findingsUnder, pathsUnder, idOf } = useNicScope();
  const findings = findingsUnder(nic.path);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const openAt = (id: string) => {
    flushSync(onOpen);
    document.getElementById(id)?.focus();
  };
  return (
    <>
      {errors > 0 && (
        <span className={styles.errors}>
          <CloseCircleFilled aria-hidden /> {t('nic.errors', { count: errors })}
        </span>
      )}
      {warnings > 0 && (
        <span className={styles.warnings}>
          <WarningFilled aria-hidden /> {t('nic.warnings', { count: warnings })}
        </span>
      )}
      {pathsUnder(nic.path).map((path) => (
        <span key={path} id={idOf(path)} tabIndex={-1} onFocus={() => openAt(idOf(path))} />
      ))}
    </>
  );
}
