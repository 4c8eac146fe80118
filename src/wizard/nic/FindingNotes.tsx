import type { Finding } from '../../domain/checks/finding.ts';
import { useFindingText } from '../../ui/useFindingText.ts';
import { isCapacityFinding } from './capacity/capacity-finding.ts';
import { FindingFix } from './FindingFix.tsx';
import { Note } from './Note.tsx';
import { useNicScope } from './nic-scope.ts';
import styles from './FindingNotes.module.css';

/** What there is to say at one field, capacity aside, which has a place of its own; each with its fix where there is one. The field names it by `<id>-notes`. */
export function FindingNotes({ path }: { readonly path: string }) {
  const { findingsAt, idOf } = useNicScope();
  const findings = findingsAt(path).filter((finding) => !isCapacityFinding(finding));
  if (findings.length === 0) return undefined;
  return (
    <div id={`${idOf(path)}-notes`} className={styles.notes}>
      {findings.map((finding) => (
        <FindingNote key={`${finding.code} ${JSON.stringify(finding.params)}`} finding={finding} />
      ))}
    </div>
  );
}

function FindingNote({ finding }: { readonly finding: Finding }) {
  const text = useFindingText();
  return (
    <Note tone={finding.severity}>
      {text(finding)} <FindingFix finding={finding} />
    </Note>
  );
}
