import { createContext, use } from 'react';
import type { CapacityAsker } from '../../domain/capacity/asker.ts';
import type { CapacityForecast } from '../../domain/capacity/forecast.ts';
import type { Remedy } from '../../domain/capacity/remedies.ts';
import type { Finding } from '../../domain/checks/finding.ts';
import type { ClusterView } from '../../domain/cluster-view.ts';
import type { Toleration } from '../../domain/node-facts.ts';
import type { PodContext } from '../../domain/spiderpool/pod-context.ts';
import type { AddressSource, NetworkDraft, UpgradeDraft } from '../../domain/workload/draft.ts';
import type { NicView } from './nic-view.ts';

/** What the NIC step needs to know of the workload around it. */
export interface NicWorkload {
  readonly name: string;
  readonly namespace: string;
  /** As typed. */
  readonly replicas: string;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly nodeSelector: Readonly<Record<string, string>>;
  /** Absent for none. */
  readonly tolerations?: readonly Toleration[];
  readonly upgrade: UpgradeDraft;
}

/** What every part of the NIC step needs. */
export interface NicScope {
  readonly cluster: string;
  readonly view: ClusterView;
  readonly workload: NicWorkload;
  /** What the rules look at on the workload. */
  readonly pod: PodContext;
  readonly network: NetworkDraft;
  /** Where addresses come from as it stands: the default pools while nothing is chosen that would change it. */
  readonly source: AddressSource;
  /** eth0 and the added NICs, in their order in the Pod. */
  readonly nics: readonly NicView[];
  readonly change: (next: NetworkDraft) => void;
  /** The workload as forecasts of its addresses see it, and what they say. */
  readonly asker: CapacityAsker;
  readonly forecasts: readonly CapacityForecast[];
  /** Makes the edit of a remedy. */
  readonly mend: (remedy: Remedy) => void;
  /** False where the form around has no upgrade strategy: remedies that change it are not offered. */
  readonly canChangeUpgrade: boolean;
  /** What there is to say at a field now, gravest first. */
  readonly findingsAt: (path: string) => readonly Finding[];
  /** The same for all fields below a path. */
  readonly findingsUnder: (path: string) => readonly Finding[];
  /** The fields below a path that have a finding, shown or held back. */
  readonly pathsUnder: (path: string) => readonly string[];
  /** From now on, errors of an empty field are shown: the user has been there. */
  readonly touch: (path: string) => void;
  /** The added NICs are others now: for each its place before, -1 for a new one. */
  readonly follow: (before: readonly number[]) => void;
  /** Id of a field's element. */
  readonly idOf: (path: string) => string;
}

const NicScopeContext = createContext<NicScope | undefined>(undefined);

export const NicScopeProvider = NicScopeContext.Provider;

/** The step that this part is in. Throws outside of one: a programming error, not a state. */
export function useNicScope(): NicScope {
  const scope = use(NicScopeContext);
  if (scope === undefined) throw new Error('useNicScope outside NicScopeProvider');
  return scope;
}
