import type { Draft } from '../src/domain/workload/draft.ts';

/** An object of the API. */
export interface ClusterObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: Readonly<Record<string, unknown>>;
  /** What a controller would report. */
  readonly status?: Readonly<Record<string, unknown>>;
}

/** How Spiderpool is installed. */
export interface CaseSettings {
  readonly enableIPv4: boolean;
  readonly enableIPv6: boolean;
  readonly enableSpiderSubnet: boolean;
  readonly enableAutoPoolForApplication: boolean;
  /** `ns/nad`, or `''`. */
  readonly clusterNetwork: string;
}

/** One case: a cluster, and a workload that somebody submits to it. */
export interface ConformanceCase {
  readonly settings: CaseSettings;
  readonly objects: readonly ClusterObject[];
  /** Objects that are deleted once they are there, and that something keeps: `Kind/name`. */
  readonly deleted: readonly string[];
  readonly draft: Draft;
  /** Seeds what a simulated cluster leaves to chance. */
  readonly chance: number;
}
