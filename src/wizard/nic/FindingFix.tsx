import { Button } from 'antd';
import type { Finding } from '../../domain/checks/finding.ts';
import { useText } from '../../i18n/useText.ts';
import { focusField } from '../../ui/field-id.ts';
import { useFieldPrefix } from '../../ui/useFieldPrefix.ts';
import { useFixActions } from '../fix-actions.ts';

/** The fix of a finding as a button in its sentence; nothing where there is no single obvious one. */
export function FindingFix({ finding }: { readonly finding: Finding }) {
  const t = useText();
  const prefix = useFieldPrefix();
  const fixes = useFixActions();
  const words = fixes.words(finding);
  if (words === undefined) return undefined;
  return (
    <Button
      type="link"
      size="small"
      onClick={() => {
        // The button goes with its finding, and leaves the focus to the field.
        focusField(prefix, finding.path);
        fixes.apply(finding);
      }}
    >
      {t(`fix.${words.label}`, words.params)}
    </Button>
  );
}
