import { podContextOf } from '../spiderpool/pod-context.ts';
import type { PodContext } from '../spiderpool/pod-context.ts';
import type { Draft, NetworkDraft, UpgradeDraft } from '../workload/draft.ts';

/** The workload whose addresses are forecast: the parts of a draft that matter. */
export interface CapacityAsker {
  readonly network: NetworkDraft;
  readonly upgrade: UpgradeDraft;
  /** As typed. */
  readonly replicas: string;
  readonly pod: PodContext;
}

/** @param pod of a workload of another kind than Deployment */
export function capacityAskerOf(draft: Draft, pod = podContextOf(draft)): CapacityAsker {
  const { network, upgrade, basics } = draft;
  return { network, upgrade, replicas: basics.replicas, pod };
}
