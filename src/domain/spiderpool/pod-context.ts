import type { Toleration } from '../node-facts.ts';
import type { Draft } from '../workload/draft.ts';
import { podLabels } from '../workload/labels.ts';

/** What the rules look at on the workload that asks for addresses. */
export interface PodContext {
  readonly namespace: string;
  readonly workload: WorkloadIdentity;
  /** Labels of the Pod template, those of the selector included. */
  readonly podLabels: Readonly<Record<string, string>>;
  readonly nodeSelector: Readonly<Record<string, string>>;
  /** Absent for none. */
  readonly tolerations?: readonly Toleration[];
}

/** The top controller of the Pods, by which the controller's own pools know it. */
export interface WorkloadIdentity {
  /** `''` is the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
}

/** The workload that the wizard makes. */
export function deploymentIdentity({ basics }: Draft): WorkloadIdentity {
  return { group: 'apps', version: 'v1', kind: 'Deployment', name: basics.name };
}

/** The context of a draft: of a Deployment, unless the draft was read from a workload of another kind. */
export function podContextOf(draft: Draft, workload = deploymentIdentity(draft)): PodContext {
  const { tolerations } = draft.scheduling;
  return {
    namespace: draft.basics.namespace,
    workload,
    podLabels: podLabels(draft),
    nodeSelector: Object.fromEntries(
      draft.scheduling.nodeSelector.filter(({ key }) => key !== '').map(({ key, value }) => [key, value]),
    ),
    ...(tolerations.length === 0 ? {} : { tolerations }),
  };
}
