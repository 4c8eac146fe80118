import type { ClusterView } from '../../cluster-view.ts';
import type { Draft } from '../../workload/draft.ts';
import { emptyNic, newDraft } from '../../workload/new-draft.ts';
import type { CheckCode } from '../finding-code.ts';
import type { Finding, Severity } from '../finding.ts';

/** What a case does to a sound draft. */
export type Change = (draft: Draft) => unknown;

export interface Case {
  readonly change: Change;
  readonly view?: ClusterView;
}

interface FiringCase extends Case {
  readonly at: string;
  /** Params that matter. */
  readonly params?: Finding['params'];
}

/** For one rule: the drafts that it speaks of, with the field that it names, and near ones that it lets pass. */
export interface Rule {
  readonly severity: Severity;
  readonly fires: readonly FiringCase[];
  readonly silent: readonly Case[];
}

/** The rules of one area. `rules.test.ts` sees to it that each code is in one of the tables. */
export type RuleTable = Readonly<Partial<Record<CheckCode, Rule>>>;

/** A draft without any finding in the default view. */
export function soundDraft(): Draft {
  const draft = newDraft({ namespace: 'default' });
  draft.basics.name = 'web';
  Object.assign(draft.containers[0] ?? {}, { name: 'web', image: 'busybox:1.36' });
  return draft;
}

/** A NIC with the given attachment of `kube-system`. */
export function nicOn(
  name: string,
  more: Partial<ReturnType<typeof emptyNic>> = {},
): ReturnType<typeof emptyNic> {
  return { ...emptyNic(), attachment: `kube-system/${name}`, ...more };
}

export const pools = (ipv4: string[], ipv6: string[] = []) => ({ pools: { ipv4, ipv6 } });
export const subnets = (ipv4: string, ipv6 = '') => ({ subnets: { ipv4, ipv6 } });
