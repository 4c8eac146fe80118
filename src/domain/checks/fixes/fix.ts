import type { RemedyCode } from '../../capacity/remedies.ts';
import type { ClusterView } from '../../cluster-view.ts';
import type { Draft } from '../../workload/draft.ts';
import type { Finding } from '../finding.ts';

/** What a fix does, in a few words: the text is `fix.<label>` with the fix's params. */
export type FixLabel =
  | 'write'
  | 'rename'
  | 'clear'
  | 'remove'
  | 'removeRow'
  | 'removeNic'
  | 'removeNics'
  | 'use'
  | 'useInstead'
  | 'move'
  | 'clusterDefault'
  | 'choosePools'
  | 'followReplicas'
  | 'devices'
  | 'routeByEth0'
  | 'leaveRoute'
  | 'removeRoutes'
  | 'nodeSelector'
  | 'podLabels'
  | 'containerPorts'
  | 'tolerateAny'
  | 'keepFirst'
  | RemedyCode;

/** The edit that ends a finding: nothing happens until a person asks for it. */
export interface Fix {
  readonly label: FixLabel;
  readonly params: Finding['params'];
  /** The draft after it. */
  readonly draft: Draft;
}

/** Makes the fix of the findings of one code; `undefined` where this finding has no single obvious one. */
export type Fixer = (finding: Finding, draft: Draft, view: ClusterView) => Fix | undefined;

export function fix(label: FixLabel, draft: Draft, params: Finding['params'] = {}): Fix {
  return { label, params, draft };
}
