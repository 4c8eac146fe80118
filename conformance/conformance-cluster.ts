import type { CaseSettings, ClusterObject } from './conformance-case.ts';

/** What a case is read from. */
export type ListedKind =
  | 'Node'
  | 'Namespace'
  | 'ConfigMap'
  | 'Pod'
  | 'Event'
  | 'NetworkAttachmentDefinition'
  | 'SpiderIPPool'
  | 'SpiderSubnet'
  | 'SpiderReservedIP'
  | 'SpiderEndpoint';

/**
 * A cluster that cases are played in. There are two: the simulated one (`simulated-cluster.ts`), and a real API server
 * with the real Spiderpool.
 */
export interface ConformanceCluster {
  /**
   * Creates objects in their order, deletes those that are named, and waits until the controllers have seen it all.
   * @throws Error when one is refused: a case holds nothing that no cluster can hold
   */
  fill(objects: readonly ClusterObject[], deleted: readonly string[]): Promise<void>;
  /** Every object of a kind, as the API sends it. */
  list(kind: ListedKind): Promise<readonly unknown[]>;
  /** Sends a manifest as the console does. @throws Error when it is refused */
  submit(manifest: unknown): Promise<void>;
  /** Lets time pass until `settled` says yes, and then a little more. @returns whether it ever did */
  settle(settled: () => Promise<boolean>): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Begins an empty cluster with Spiderpool and Multus.
 * @param chance seeds what is left to chance, where that can be
 */
export type OpenCluster = (settings: CaseSettings, chance: number) => Promise<ConformanceCluster>;
