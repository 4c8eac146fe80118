import { Button } from 'antd';
import type { Finding } from '../../domain/checks/finding.ts';
import { useText } from '../../i18n/useText.ts';
import { fixOf } from './finding-fix.ts';
import { useNicScope } from './nic-scope.ts';

/** The fix of a finding as a button in its sentence; nothing where there is no single obvious one. */
export function FindingFix({ finding }: { readonly finding: Finding }) {
  const t = useText();
  const { network, view, change } = useNicScope();
  const fix = fixOf(finding, network, view);
  if (fix === undefined) return undefined;
  return (
    <Button type="link" size="small" onClick={() => change(fix.network)}>
      {t(fix.label, fix.params)}
    </Button>
  );
}
