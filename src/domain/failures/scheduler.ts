import type { FailureRule } from './failure.ts';

/** Why some of the nodes do not take a Pod. */
export interface NodeRefusal {
  /** Number of nodes. */
  readonly nodes: number;
  /** The scheduler's words. */
  readonly reason: string;
  /** What there is too little of: `cpu`, `spidernet.io/sriov_netdevice`. */
  readonly resource?: string;
}

/** kube-scheduler, `FailedScheduling`. */
export const schedulerRules: readonly FailureRule[] = [
  /** 24. `FitError.Error`. */
  {
    cause: 'unschedulable',
    pattern: /^(?<ready>\d+)\/(?<nodes>\d+) nodes are available:\s*(?<list>.*)$/s,
    more: (_, { groups }) => {
      const refusals = readRefusals(groups?.['list'] ?? '');
      return { refusals, names: refusals.flatMap(({ resource }) => resource ?? []) };
    },
  },
  { cause: 'unschedulable', pattern: /^no nodes available to schedule pods/ },
];

/** What preemption came to is said after it, and is of no use here. */
function readRefusals(list: string): readonly NodeRefusal[] {
  const [reasons = ''] = list.split(/\.? preemption: /, 1);
  return reasons.split(/, (?=\d+ )/).flatMap((part): NodeRefusal[] => {
    const match = /^(?<nodes>\d+) (?<reason>.*?)\.?$/s.exec(part.trim());
    const { nodes = '', reason = '' } = match?.groups ?? {};
    if (match === null || reason === '') return [];
    const resource = /^Insufficient (\S+)$/.exec(reason)?.[1];
    return [{ nodes: Number(nodes), reason, ...(resource === undefined ? {} : { resource }) }];
  });
}
