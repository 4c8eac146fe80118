import type { Finding } from '../domain/checks/finding.ts';
import type { NetworkDraft, UpgradeDraft } from '../domain/workload/draft.ts';

/** The workload that the NICs are for, as far as the form around knows it. */
export interface NicStepWorkload {
  readonly name: string;
  readonly namespace: string;
  /** As typed; `''` while there is no number. */
  readonly replicas: string;
  readonly podLabels?: Readonly<Record<string, string>>;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Kubernetes' defaults when absent: how many addresses a rollout needs depends on it. */
  readonly upgrade?: UpgradeDraft;
}

/** The NIC step as a controlled field. */
export interface NicStepProps {
  readonly cluster: string;
  /** Start with `newNetwork()`, or with `toNetworkDraft()` of the annotations that a workload has. */
  readonly value: NetworkDraft;
  readonly onChange: (network: NetworkDraft) => void;
  readonly workload: NicStepWorkload;
  /** Told what is wrong with the NICs, now and whenever that changes: a form does not submit while there is an error. */
  readonly onFindings?: ((findings: readonly Finding[]) => void) | undefined;
  /** True once the form was tried to be submitted: errors of fields nobody has been in are shown too. */
  readonly revealed?: boolean | undefined;
  /** Changes the upgrade strategy of the workload; without it no remedy that does is offered. */
  readonly onChangeUpgrade?: ((upgrade: UpgradeDraft) => void) | undefined;
  readonly onAddNodeSelector?: ((labels: Readonly<Record<string, string>>) => void) | undefined;
}
