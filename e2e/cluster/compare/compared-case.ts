import type { NewKubeObject } from '../../../mocks/store/store.ts';

/** What is done to a cluster after it has come to rest. */
export type Change =
  | { kind: 'create'; object: NewKubeObject }
  /** A JSON merge patch. */
  | { kind: 'patch'; of: NewKubeObject; body: Readonly<Record<string, unknown>> }
  | { kind: 'delete'; of: NewKubeObject };

/** A small piece of a cluster, played in the simulated and in the real one. */
export interface ComparedCase {
  /** The namespace of its workloads, and the beginning of the names of its pools and subnets. */
  id: string;
  /** What is to be seen: a fact that was read from code and not run. */
  fact: string;
  /** Where the fact is told in the domain reference. */
  section: string;
  /** Steps; after each the cluster comes to rest. What is refused is part of the outcome. */
  steps: readonly (readonly Change[])[];
  /** Why the simulated cluster cannot show it. */
  notSimulated?: string;
  /** Whether chance has its part in it: only what is the same every time is compared. */
  leavesToChance?: boolean;
}
