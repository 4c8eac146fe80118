import type { SpiderpoolSettings } from '../spiderpool/settings.ts';
import type { NewKubeObject, ResourceName } from '../store/store.ts';

export type ScenarioName =
  | 'demo'
  | 'ipv4-only'
  | 'underlay-eth0'
  | 'no-spiderpool'
  | 'auto-pool-off'
  | 'empty'
  | 'hostile'
  | 'restricted'
  | 'crowded'
  | 'rdma';

/** The content of a simulated cluster, and how it is set up. */
export interface Scenario {
  title: string;
  /** What is in it, for whom. One or two sentences. */
  description: string;
  /** How Spiderpool is installed; absent: neither Spiderpool nor Multus, and their resources are unknown. */
  spiderpool?: SpiderpoolSettings;
  content: () => ScenarioContent;
  /** How long the cluster runs before its first request, in milliseconds, so that its workloads are up. */
  warmUp: number;
  /**
   * Resources that nobody may touch, by plural: the API server answers 403. With `across:` before the plural only what is not
   * about one namespace, such as a list of all.
   */
  forbidden?: readonly string[];
}

export interface ScenarioContent {
  /** Created in this order through the API server: defaults, validation and webhooks apply. */
  created: readonly NewKubeObject[];
  /** Put into the store as they are, after the others and before anything acts: what no webhook would let in, or too much to wait for. */
  stored?: readonly StoredObject[];
}

export interface StoredObject {
  resource: ResourceName;
  object: NewKubeObject;
}
