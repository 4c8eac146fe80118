import type { AddressFamily } from '../../../src/domain/ip/address.ts';
import { parseAddress } from '../../../src/domain/ip/address.ts';
import { cidrContains, parseCidr } from '../../../src/domain/ip/cidr.ts';
import { interfaceNames, NetworkAnnotationError, parseNetworks } from '../../multus/network-annotation.ts';
import type { NetworkSelection } from '../../multus/network-annotation.ts';
import { physicalFunctionOf } from '../../multus/node-devices.ts';
import { goList } from '../../go/text.ts';
import { annotations, appAffinity, NAMESPACES, NODES, versionOf } from '../names.ts';
import { selects, SelectorError } from '../resources/label-selector.ts';
import { isAutoPool } from '../resources/pool.ts';
import type { Pool } from '../resources/pool.ts';
import type { AddRequest, AgentContext } from './add-request.ts';
import type { TopController } from './top-controller.ts';

/** A NIC that looks for a pool. Its name is a number when `ippools` names no interfaces. */
export interface Seeker {
  request: AddRequest;
  nic: string;
  family: AddressFamily;
}

/**
 * Why a pool may not serve a NIC, or undefined when it may: the first rule that fails, in the agent's order (reference 3.2,
 * `selectByPod`). Free addresses are no matter here.
 */
export function filterReason(pool: Pool, seeker: Seeker, context: AgentContext): string | undefined {
  const early =
    stateReason(pool, seeker) ?? nodeReason(pool, seeker, context) ?? namespaceReason(pool, seeker, context);
  if (early !== undefined) return early;
  const { request } = seeker;
  if (pool.podAffinity !== undefined) {
    if (isAutoPool(pool)) {
      return ownsAutoPool(pool, request.owner)
        ? undefined
        : `unmatched Pod annifity of auto-created IPool ${pool.name}`;
    }
    const unmatched = selectorReason(
      () => selects(pool.podAffinity ?? EVERYTHING, request.pod.metadata.labels ?? {}),
      `unmatched Pod affinity of IPPool ${pool.name}`,
    );
    if (unmatched !== undefined) return unmatched;
  }
  return attachmentReason(pool, seeker, context);
}

const EVERYTHING = { matchLabels: {}, matchExpressions: [] };

/** Rules 1 to 3: terminating, disabled, of the other family. */
function stateReason(pool: Pool, { family }: Seeker): string | undefined {
  if (pool.terminating) return `terminating IPPool ${pool.name}`;
  if (pool.disabled) return `disabled IPPool ${pool.name}`;
  if (pool.family === undefined) return 'nil ippool ipVersion';
  if (pool.family === family) return undefined;
  return `expect an IPv${versionOf(family)} IPPool, but the version of the IPPool ${pool.name} is IPv${versionOf(pool.family)}`;
}

/** Rule 4: `nodeName`, and `nodeAffinity` only without it. */
function nodeReason(pool: Pool, { request }: Seeker, { store }: AgentContext): string | undefined {
  const node = nodeOf(request);
  if (pool.nodeName.length > 0) {
    return pool.nodeName.includes(node) ? undefined : `unmatched Node name of IPPool ${pool.name}`;
  }
  if (pool.nodeAffinity === undefined) return undefined;
  const { nodeAffinity } = pool;
  const labels = store.peek(NODES, undefined, node)?.metadata.labels ?? {};
  return selectorReason(
    () => selects(nodeAffinity, labels),
    `unmatched Node affinity of IPPool ${pool.name}`,
  );
}

/** Rule 5: `namespaceName`, and `namespaceAffinity` only without it. */
function namespaceReason(pool: Pool, { request }: Seeker, { store }: AgentContext): string | undefined {
  const namespace = request.pod.metadata.namespace ?? '';
  if (pool.namespaceName.length > 0) {
    return pool.namespaceName.includes(namespace)
      ? undefined
      : `unmatched Namespace name of IPPool ${pool.name}`;
  }
  if (pool.namespaceAffinity === undefined) return undefined;
  const { namespaceAffinity } = pool;
  const labels = store.peek(NAMESPACES, undefined, namespace)?.metadata.labels ?? {};
  return selectorReason(
    () => selects(namespaceAffinity, labels),
    `unmatched Namespace affinity of IPPool ${pool.name}`,
  );
}

/** Rule 6a: the five `app-*` labels name the top controller. Core-group owners have an empty group and never match. */
function ownsAutoPool(pool: Pool, owner: TopController): boolean {
  const [group = '', version = ''] = owner.apiVersion.split('/');
  const wanted = {
    [appAffinity.group]: group,
    [appAffinity.version]: version,
    [appAffinity.kind]: owner.kind,
    [appAffinity.namespace]: owner.namespace,
    [appAffinity.name]: owner.name,
  };
  return Object.entries(wanted).every(([key, value]) => (pool.podAffinity?.matchLabels[key] ?? '') === value);
}

/** Rules 7 to 9: the attachment of the NIC has to be known; `multusName` has to name it; its host interface has to be in the CIDR. */
function attachmentReason(pool: Pool, seeker: Seeker, context: AgentContext): string | undefined {
  const attachment = attachmentOf(pool, seeker, context);
  if (typeof attachment === 'string') return attachment;
  const id = `${attachment.namespace}/${attachment.name}`;
  if (pool.multusName.length > 0) {
    const named = pool.multusName.map((name) =>
      name.includes('/') ? name : `${context.settings.namespace}/${name}`,
    );
    return named.includes(id)
      ? undefined
      : `the spec.multusName ${goList(pool.multusName)} in the IPPool ${pool.name} used by the Pod interface ${seeker.nic} is not matched with the multusCR ${id} specified by the Pod`;
  }
  return seeker.request.ipam.matchMasterSubnet ? masterSubnetReason(pool, seeker, context) : undefined;
}

function attachmentOf(pool: Pool, seeker: Seeker, { settings }: AgentContext): NetworkSelection | string {
  const given = seeker.request.pod.metadata.annotations ?? {};
  if (seeker.nic === 'eth0' || seeker.nic === '0') {
    const text = given[annotations.defaultNetwork] || settings.clusterNetwork;
    if (text === '') {
      return `cluster-network multus isn't set, the IPPool ${pool.name} specified multusName ${goList(pool.multusName)} unmatched`;
    }
    return parsed(
      () => parseNetworks(text, settings.namespace)[0],
      `failed to parse Annotation '${annotations.defaultNetwork}' value '${text}', error`,
    );
  }
  const text = given[annotations.networks] ?? '';
  const namespace = seeker.request.pod.metadata.namespace ?? '';
  const failure = 'failed to parse pod network annotation';
  if (text === '') return `${failure}: parsePodNetworkAnnotation: , ${namespace}`;
  const found = parsed(() => {
    const networks = parseNetworks(text, namespace);
    const names = interfaceNames(networks);
    return networks.find((_, index) => seeker.nic === names[index] || seeker.nic === String(index + 1));
  }, failure);
  return found === NOT_FOUND
    ? `unknown: no matched multus object for NIC '${seeker.nic}'. The multus network-attachments: ${text}`
    : found;
}

const NOT_FOUND = 'not found';

function parsed(find: () => NetworkSelection | undefined, failure: string): NetworkSelection | string {
  try {
    return find() ?? NOT_FOUND;
  } catch (error) {
    if (error instanceof NetworkAnnotationError) return `${failure}: ${error.message}`;
    throw error;
  }
}

/** Rule 9, for SR-IOV: the physical function behind the NIC has an address in the pool's CIDR. */
function masterSubnetReason(pool: Pool, { request }: Seeker, { store }: AgentContext): string | undefined {
  const node = store.peek(NODES, undefined, nodeOf(request));
  const device = node === undefined ? undefined : physicalFunctionOf(node);
  const cidr = parseCidr(pool.subnet);
  const found = device?.addresses.some((text) => {
    const address = parseAddress(text);
    return cidr.ok && address.ok && cidrContains(cidr.value, address.value);
  });
  if (found === true) return undefined;
  return `filterPoolCandidatesByPfSubnet: the ippool's subnet ${JSON.stringify(pool.subnet)} not found on pod's PF ${JSON.stringify(device?.name ?? '')}`;
}

function selectorReason(matches: () => boolean, unmatched: string): string | undefined {
  try {
    return matches() ? undefined : unmatched;
  } catch (error) {
    if (error instanceof SelectorError) return error.message;
    throw error;
  }
}

function nodeOf(request: AddRequest): string {
  const { nodeName } = (request.pod.spec ?? {}) as { nodeName?: string };
  return nodeName ?? '';
}
