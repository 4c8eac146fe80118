import { decodeAutoscaler } from '../domain/autoscaler.ts';
import type { ClusterView, Knowledge } from '../domain/cluster-view.ts';
import { type Attachment, decodeAttachment } from '../domain/multus/attachment.ts';
import { decodeMultusConfig, type MultusConfig, withRdmaResources } from '../domain/multus/multus-config.ts';
import { decodeNamespace } from '../domain/namespace-facts.ts';
import { decodeNode } from '../domain/node-facts.ts';
import type { Parsed } from '../domain/parsed.ts';
import { decodeCoordinator } from '../domain/spiderpool/coordinator.ts';
import { decodePool } from '../domain/spiderpool/decode-pool.ts';
import { decodeSubnet } from '../domain/spiderpool/decode-subnet.ts';
import { decodeReserved, reservedAddresses } from '../domain/spiderpool/reserved.ts';
import type { SpiderpoolSettings } from '../domain/spiderpool/settings.ts';
import { decodeOnce } from './knowledge.ts';
import { resources, type KubernetesObject, type Resource, type Stored } from './resources.ts';

/** One list of the API that the rules look at, and what is read of its objects. */
export interface ViewPart<Value> {
  readonly resource: Resource<Stored<KubernetesObject>>;
  readonly decode: (object: object) => Parsed<Value, unknown>;
}

function part<Value>(
  resource: Resource<Stored<KubernetesObject>>,
  decode: (object: unknown) => Parsed<Value, unknown>,
): ViewPart<Value> {
  return { resource, decode: decodeOnce(decode) };
}

/** The lists that make a `ClusterView`: one table for the console, which follows them, and the command line, which reads them. */
export const viewParts = {
  attachments: part(resources.attachments, decodeAttachment),
  multusConfigs: part(resources.multusConfigs, decodeMultusConfig),
  pools: part(resources.ipPools, decodePool),
  subnets: part(resources.subnets, decodeSubnet),
  reserved: part(resources.reservedIps, decodeReserved),
  namespaces: part(resources.namespaces, decodeNamespace),
  nodes: part(resources.nodes, decodeNode),
  coordinators: part(resources.coordinators, decodeCoordinator),
  autoscalers: part(resources.autoscalers, decodeAutoscaler),
} as const;

export type ViewPartName = keyof typeof viewParts;

type ValueOf<Part> = Part extends ViewPart<infer Value> ? Value : never;

/** What is known of each of the lists. */
export type ViewLists = {
  readonly [Name in ViewPartName]: Knowledge<readonly ValueOf<(typeof viewParts)[Name]>[]>;
};

/**
 * The view that the lists make. Each part of it is the list itself, so that it keeps its reference while the list does;
 * so do the attachments, which have in them what their SpiderMultusConfigs say, where these may be read.
 */
export function clusterViewOf(lists: ViewLists, settings: SpiderpoolSettings): ClusterView {
  const { reserved, attachments, multusConfigs } = lists;
  return {
    ...lists,
    attachments: completed(attachments, multusConfigs),
    reserved:
      reserved.state === 'known' ? { state: 'known', value: reservedAddresses(reserved.value) } : reserved,
    settings,
  };
}

type Attachments = Knowledge<readonly Attachment[]>;
type MultusConfigs = Knowledge<readonly MultusConfig[]>;

/** The last answer for each list of attachments. */
const completions = new WeakMap<
  Attachments,
  { readonly configs: MultusConfigs; readonly made: Attachments }
>();

function completed(attachments: Attachments, configs: MultusConfigs): Attachments {
  if (attachments.state !== 'known' || configs.state !== 'known') return attachments;
  const before = completions.get(attachments);
  if (before?.configs === configs) return before.made;
  const value = withRdmaResources(attachments.value, configs.value);
  const made: Attachments = value === attachments.value ? attachments : { state: 'known', value };
  completions.set(attachments, { configs, made });
  return made;
}
