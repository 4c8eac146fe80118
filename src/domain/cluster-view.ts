import type { Autoscaler } from './autoscaler.ts';
import type { AddressFamily } from './ip/address.ts';
import type { Attachment } from './multus/attachment.ts';
import type { MultusConfig } from './multus/multus-config.ts';
import type { NamespaceFacts } from './namespace-facts.ts';
import type { NodeFacts } from './node-facts.ts';
import type { Coordinator } from './spiderpool/coordinator.ts';
import type { Pool } from './spiderpool/pool.ts';
import type { Subnet } from './spiderpool/subnet.ts';
import type { SpiderpoolSettings } from './spiderpool/settings.ts';
import type { RangeSet } from './ip/range-set.ts';

export type { NamespaceFacts } from './namespace-facts.ts';
export type { NodeFacts } from './node-facts.ts';

/**
 * What is known of one kind of object in the cluster. Never "nothing there" when it could not be read:
 * `absent` is a missing CRD (404), `forbidden` a 403, `unknown` any other failure.
 */
export type Knowledge<Value> =
  | { readonly state: 'known'; readonly value: Value }
  | { readonly state: 'loading' }
  | { readonly state: 'absent' }
  | { readonly state: 'forbidden' }
  | { readonly state: 'unknown'; readonly problem: string };

/** Everything the domain looks at in a cluster, decoded, for one moment. Pure data: the rules of `domain` take it as an argument. */
export interface ClusterView {
  /** With the RDMA resources that `multusConfigs` names, where these may be read. */
  readonly attachments: Knowledge<readonly Attachment[]>;
  readonly multusConfigs: Knowledge<readonly MultusConfig[]>;
  readonly pools: Knowledge<readonly Pool[]>;
  readonly subnets: Knowledge<readonly Subnet[]>;
  /** Reserved addresses of the whole cluster, by family. */
  readonly reserved: Knowledge<Readonly<Record<AddressFamily, RangeSet>>>;
  readonly namespaces: Knowledge<readonly NamespaceFacts[]>;
  readonly nodes: Knowledge<readonly NodeFacts[]>;
  /** Spiderpool's one coordinator, as a list; what is wrong with it is wrong for every NIC that has one. */
  readonly coordinators: Knowledge<readonly Coordinator[]>;
  readonly autoscalers: Knowledge<readonly Autoscaler[]>;
  /** `spiderpool-conf`, or the stated assumption when it may not be read. */
  readonly settings: SpiderpoolSettings;
}

/** The value if it is known. */
export function known<Value>(knowledge: Knowledge<Value>): Value | undefined {
  return knowledge.state === 'known' ? knowledge.value : undefined;
}
