import { objectOr } from '../../store/json.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import type { KubeObject } from '../../store/store.ts';
import { isUnnamed } from '../annotations/pool-request.ts';
import type { AddRequest, AgentContext, NicDemand } from './add-request.ts';
import { findCandidates } from './candidates.ts';
import { dropEndpoint, nodeOf, poolsOf, readEndpoint, recordOf, updateEndpoint } from './endpoint.ts';
import type { NicRecord } from './endpoint.ts';
import { inheritAddresses, releaseAddresses } from './pool-allocation.ts';

/** A StatefulSet's Pods keep their addresses, by name, across restarts and nodes (reference 6.1). */

/** Whether a StatefulSet's Pod of this name still has its place: the StatefulSet is there and the ordinal is in range. */
export function isValidStatefulSetPod(namespace: string, podName: string, store: MemoryStore): boolean {
  const match = /^(.*)-([0-9]+)$/.exec(podName);
  if (match === null) return false;
  const [, name = '', ordinalText = ''] = match;
  const set = store.peek('apps/v1/statefulsets', namespace, name);
  if (set === undefined) return false;
  const spec = objectOr(set.spec);
  const start = Number(objectOr(spec.ordinals).start ?? 0);
  const ordinal = Number(ordinalText);
  return ordinal >= start && ordinal < start + Number(spec.replicas ?? 1);
}

/** What became of the addresses that the template does not name any longer. */
export type Outdated = 'wait' | 'released' | 'kept';

/**
 * Gives back the addresses of the calling NIC when its pools have changed in the template since (`releaseStsOutdatedIPIfNeed`).
 * The other NICs keep theirs for the Pod that is being added, unless NICs have no names: then all go.
 */
export function releaseOutdated(
  endpoint: KubeObject,
  request: AddRequest,
  context: AgentContext,
  looks: number,
): Outdated {
  const found = findCandidates(request, context, looks);
  if (found.kind === 'wait') return 'wait';
  const { ips, uid, node } = readEndpoint(endpoint);
  const unnamed = isUnnamed(request.pod.metadata.annotations ?? {});
  const outdated = ips.filter((record, index) => {
    const nic = unnamed ? String(index) : record.interface;
    return (unnamed || nic === request.nic) && !covered(record, poolsFor(found.demands, nic));
  });
  if (outdated.length === 0) return 'kept';
  const kept = unnamed ? [] : ips.filter((record) => !outdated.includes(record));
  releaseAddresses(poolsOf(kept.length === 0 ? ips : outdated), uid, context.store);
  if (kept.length === 0) dropEndpoint(endpoint, context.store);
  else {
    updateEndpoint(endpoint, { uid, node, ips: kept }, context.store);
    inheritAddresses(poolsOf(kept), request.pod, context.store);
  }
  return 'released';
}

function poolsFor(demands: readonly NicDemand[], nic: string): Set<string> {
  return new Set(
    demands
      .filter((demand) => demand.nic === nic)
      .flatMap(({ candidates }) => candidates.flatMap(({ pools }) => pools)),
  );
}

function covered({ ipv4Pool, ipv6Pool }: NicRecord, pools: ReadonlySet<string>): boolean {
  return [ipv4Pool, ipv6Pool].every((pool) => pool === undefined || pool === '' || pools.has(pool));
}

/** Hands the addresses of the former Pod of this name to the new one, all NICs at once. */
export function inheritEndpoint(
  endpoint: KubeObject,
  request: AddRequest,
  store: MemoryStore,
): NicRecord[] | undefined {
  const { ips } = readEndpoint(endpoint);
  if (recordOf(ips, request.nic) === undefined) return undefined;
  inheritAddresses(poolsOf(ips), request.pod, store);
  const named = nameNext(ips, request);
  updateEndpoint(endpoint, { uid: request.pod.metadata.uid, node: nodeOf(request.pod), ips: named }, store);
  return named;
}

/** Gives the first nameless entry the name of the calling NIC. */
export function nameNext(ips: readonly NicRecord[], { nic, pod }: AddRequest): NicRecord[] {
  if (!isUnnamed(pod.metadata.annotations ?? {}) || ips.some((record) => record.interface === nic))
    return [...ips];
  const index = ips.findIndex((record) => record.interface === '');
  return ips.map((record, at) => (at === index ? { ...record, interface: nic } : record));
}
