import type { NewKubeObject } from '../../../mocks/store/store.ts';
import type { Outcome } from './outcome.ts';

/** What is done to a cluster after it has come to rest. */
export type Change =
  | { kind: 'create'; object: NewKubeObject }
  /** A JSON merge patch. */
  | { kind: 'patch'; of: NewKubeObject; body: Readonly<Record<string, unknown>> }
  | { kind: 'delete'; of: NewKubeObject };

/** What only the real cluster can show. */
export interface NotSimulated {
  because: string;
  /** Each must be found in a line of the real outcome. */
  real: readonly RegExp[];
}

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
  notSimulated?: NotSimulated;
  /** Takes out of an outcome what chance has chosen (`chance.ts`). What it leaves must be the same in both clusters. */
  withoutChance?: (outcome: Outcome) => Outcome;
}
