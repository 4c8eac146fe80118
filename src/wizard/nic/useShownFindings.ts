import { useMemo, useState } from 'react';
import type { Finding, Severity } from '../../domain/checks/finding.ts';
import type { NetworkDraft } from '../../domain/workload/draft.ts';
import type { NicScope } from './nic-scope.ts';

/** Errors of fields that are merely empty. An added row does not scold before somebody has been in it. */
const quiet: ReadonlySet<string> = new Set([
  'nic.attachmentRequired',
  'nic.subnetRequired',
  'nic.poolRequired',
  'route.destination',
  'route.gateway',
]);

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

type Shown = Pick<NicScope, 'findingsAt' | 'findingsUnder' | 'touch'>;

/**
 * The findings to show now, by field.
 * @param revealed the step was tried: everything is shown
 */
export function useShownFindings(
  findings: readonly Finding[],
  network: NetworkDraft,
  revealed: boolean,
): Shown {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const byPath = useMemo(() => {
    const shown = new Map<string, Finding[]>();
    for (const finding of findings) {
      const { code, path, severity } = finding;
      const waits = !revealed && severity === 'error' && quiet.has(code) && !touched.has(path);
      if (waits && !isFilled(path, network)) continue;
      shown.set(path, [...(shown.get(path) ?? []), finding].sort(byGravity));
    }
    return shown;
  }, [findings, network, revealed, touched]);
  return {
    findingsAt: (path) => byPath.get(path) ?? [],
    findingsUnder: (path) =>
      [...byPath].flatMap(([at, found]) => (at.startsWith(`${path}.`) ? found : [])).sort(byGravity),
    touch: (path) => setTouched((before) => (before.has(path) ? before : new Set([...before, path]))),
  };
}

function byGravity(a: Finding, b: Finding): number {
  return gravity[a.severity] - gravity[b.severity];
}

/** Whether a text field of the draft holds something. */
function isFilled(path: string, network: NetworkDraft): boolean {
  let value: unknown = { network };
  for (const key of path.split('.')) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return typeof value === 'string' && value !== '';
}
