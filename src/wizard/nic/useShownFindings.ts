import { useMemo } from 'react';
import type { Finding, Severity } from '../../domain/checks/finding.ts';
import { fieldAt } from '../../domain/workload/draft-path.ts';
import type { NetworkDraft } from '../../domain/workload/draft.ts';
import { isHeldBack } from '../held-back.ts';
import type { NicScope } from './nic-scope.ts';

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

type Shown = Pick<NicScope, 'findingsAt' | 'findingsUnder' | 'pathsUnder'>;

interface Progress {
  /** The step was tried: everything is shown. */
  readonly revealed: boolean;
  /** Paths of the fields that somebody was in and left. */
  readonly left: ReadonlySet<string>;
}

/** The findings to show now, by field: by the rule of the whole form (`isHeldBack`). */
export function useShownFindings(
  findings: readonly Finding[],
  network: NetworkDraft,
  { revealed, left }: Progress,
): Shown {
  const byPath = useMemo(() => {
    const shown = new Map<string, Finding[]>();
    for (const finding of findings) {
      const { path } = finding;
      const progress = { revealed, left: left.has(path), typing: false };
      if (isHeldBack(finding, fieldAt({ network }, path), progress)) continue;
      shown.set(path, [...(shown.get(path) ?? []), finding].sort(byGravity));
    }
    return shown;
  }, [findings, network, revealed, left]);
  return {
    findingsAt: (path) => byPath.get(path) ?? [],
    findingsUnder: (path) =>
      [...byPath].flatMap(([at, found]) => (at.startsWith(`${path}.`) ? found : [])).sort(byGravity),
    pathsUnder: (path) => [
      ...new Set(findings.flatMap(({ path: at }) => (at.startsWith(`${path}.`) ? [at] : []))),
    ],
  };
}

function byGravity(a: Finding, b: Finding): number {
  return gravity[a.severity] - gravity[b.severity];
}
