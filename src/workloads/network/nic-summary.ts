import { compareNics, type NicDifference } from '../../domain/spiderpool/nic-comparison.ts';
import { nicRows, type NicRow } from '../../domain/spiderpool/nic-rows.ts';
import type { Pool } from '../../domain/spiderpool/pool.ts';
import { toNetworkDraft } from '../../domain/spiderpool/read-network.ts';
import type { NetworkDraft } from '../../domain/workload/draft.ts';
import type { PodRow } from '../pods/pod-rows.ts';

/** One interface of a workload: what its Pod template asks for, and what its Pods have. */
export interface NicSummary {
  readonly interfaceName: string;
  /** Place in the Pod, which chooses the hue: eth0 is 0. */
  readonly position: number;
  /** Absent for a NIC that the template does not ask for. */
  readonly asked?: NicRow;
  /** Pods whose NIC is as their own template asks. */
  readonly same: number;
  /** Pods that it was compared for. */
  readonly total: number;
  readonly remarks: readonly NicRemark[];
}

/** A difference, and the Pods that have it. */
export interface NicRemark {
  /** `waiting` is a NIC that is missing in a Pod that does not run yet. */
  readonly difference: NicDifference | { readonly kind: 'waiting' };
  readonly pods: readonly string[];
}

/** Pods that have another number of NICs than they ask for. */
export interface CountRemark {
  readonly asked: number;
  readonly reported: number;
  readonly pods: readonly string[];
}

export interface NicSummaries {
  readonly nics: readonly NicSummary[];
  readonly counts: readonly CountRemark[];
}

/**
 * The NICs of a workload, requested and reported, over all its Pods. Each Pod is compared with the template that it was made from:
 * during a rollout the older ones differ from the newest without anything being wrong.
 *
 * @param network what the workload's template asks for now
 */
export function summarizeNics(
  network: NetworkDraft,
  namespace: string,
  rows: readonly PodRow[],
  pools: readonly Pool[] | undefined,
): NicSummaries {
  const found = new Map<string, { same: number; total: number; remarks: Map<string, Remark> }>();
  const counts = new Map<string, { remark: CountRemark; pods: string[] }>();
  for (const row of rows) {
    const compared = compareNics(toNetworkDraft(row.template, namespace).network, row.nics, pools);
    const settled = row.state.phase === 'running' || row.state.phase === 'notReady';
    for (const { interfaceName, differences } of compared) {
      const nic = entryOf(found, interfaceName, () => ({ same: 0, total: 0, remarks: new Map() }));
      nic.total += 1;
      if (differences.length === 0) nic.same += 1;
      for (const each of differences) {
        const difference = each.kind === 'missing' && !settled ? ({ kind: 'waiting' } as const) : each;
        entryOf(nic.remarks, JSON.stringify(difference), () => ({ difference, pods: [] })).pods.push(
          row.name,
        );
      }
    }
    const asked = compared.filter((nic) => nic.asked !== undefined).length;
    const reported = compared.filter((nic) => nic.reported !== undefined).length;
    if (!settled || asked === reported) continue;
    entryOf(counts, `${asked} ${reported}`, () => ({
      remark: { asked, reported, pods: [] },
      pods: [],
    })).pods.push(row.name);
  }
  const asked = nicRows(network);
  const extra = [...found.keys()].filter(
    (name) => !asked.some(({ interfaceName }) => interfaceName === name),
  );
  return {
    nics: [...asked.map(({ interfaceName }) => interfaceName), ...extra].map((interfaceName, position) => {
      const row = asked[position];
      const { same = 0, total = 0, remarks } = found.get(interfaceName) ?? {};
      return {
        interfaceName,
        position,
        ...(row === undefined ? {} : { asked: row }),
        same,
        total,
        remarks: [...(remarks?.values() ?? [])],
      };
    }),
    counts: [...counts.values()].map(({ remark, pods }) => ({ ...remark, pods })),
  };
}

interface Remark {
  readonly difference: NicRemark['difference'];
  readonly pods: string[];
}

function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
