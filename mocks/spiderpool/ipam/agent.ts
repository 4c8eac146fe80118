import { objectOr } from '../../store/json.ts';
import type { KubeObject } from '../../store/store.ts';
import { isUnnamed } from '../annotations/pool-request.ts';
import { ENDPOINTS } from '../names.ts';
import { removeFinalizer } from '../resources/metadata.ts';
import type { AddRequest, AgentContext, IpamConfig } from './add-request.ts';
import { toRecords, withoutNames } from './allocation-result.ts';
import {
  createEndpoint,
  dropEndpoint,
  nodeOf,
  poolsOf,
  readEndpoint,
  recordOf,
  updateEndpoint,
} from './endpoint.ts';
import type { NicRecord } from './endpoint.ts';
import { IpamError, withPrefix } from './ipam-error.ts';
import { releaseAddresses } from './pool-allocation.ts';
import { allocateInStandardMode, createFailureCache } from './standard-mode.ts';
import { inheritEndpoint, isValidStatefulSetPod, nameNext, releaseOutdated } from './static-addresses.ts';
import { topControllerOf } from './top-controller.ts';
import type { TopController } from './top-controller.ts';

/** The answer of one CNI ADD. */
export type AddAnswer =
  | { outcome: 'allocated'; record: NicRecord }
  /** The whole text of the IPAM plugin: `spiderpool IP allocation error: ...` (reference 7.1). */
  | { outcome: 'failed'; message: string }
  /** The auto-created pool is not there yet; ask again after this time, in milliseconds. */
  | { outcome: 'wait'; milliseconds: number };

/** Spiderpool's agent and IPAM plugin, as Multus' delegates call them. */
export interface IpamAgent {
  /** @param looks how often this ADD has waited before */
  add(call: { pod: KubeObject; nic: string; ipam: IpamConfig }, looks: number): AddAnswer;
  /** CNI DEL for all NICs of a Pod that has ended. A StatefulSet's Pod that will come back keeps its addresses. */
  release(pod: KubeObject): void;
}

/** `SPIDERPOOL_WAIT_SUBNET_POOL_TIME_IN_SECOND` */
const LOOK_AGAIN = 2_000;
const ENVELOPE = 'spiderpool IP allocation error: ';

export function createIpamAgent(context: AgentContext): IpamAgent {
  const { store, settings } = context;
  const cache = createFailureCache();

  function records(request: AddRequest, looks: number): NicRecord[] | 'wait' {
    const { pod, owner } = request;
    const { namespace = '', name, uid } = pod.metadata;
    const stored = store.get(ENDPOINTS, namespace, name);
    if (settings.enableStatefulSet && isStatefulSet(owner)) {
      const kept = staticRecords(stored, request, looks);
      if (kept !== undefined) return kept;
    } else if (stored !== undefined) {
      if (readEndpoint(stored).uid !== uid) dropEndpoint(stored, store);
      else {
        const { ips, node } = readEndpoint(stored);
        if (recordOf(ips, request.nic) !== undefined) {
          const named = nameNext(ips, request);
          updateEndpoint(stored, { uid, node, ips: named }, store);
          return named;
        }
      }
    }
    return withPrefix('failed to allocate IP addresses in standard mode', () => newRecords(request, looks));
  }

  /** The addresses of a StatefulSet's former Pod of this name. */
  function staticRecords(stored: KubeObject | undefined, request: AddRequest, looks: number) {
    if (stored === undefined) return undefined;
    const { kind, namespace, name } = request.owner;
    const outdated = releaseOutdated(stored, request, context, looks);
    if (outdated === 'wait') return 'wait';
    if (outdated === 'released') return undefined;
    return withPrefix(`failed to retrieve the IP allocation of ${kind}/${namespace}/${name}`, () =>
      inheritEndpoint(stored, request, store),
    );
  }

  function newRecords(request: AddRequest, looks: number): NicRecord[] | 'wait' {
    const found = allocateInStandardMode(request, context, cache, looks);
    if (found.kind === 'wait') return 'wait';
    const unnamed = isUnnamed(request.pod.metadata.annotations ?? {});
    const fresh = unnamed ? withoutNames(toRecords(found.results)) : toRecords(found.results);
    writeEndpoint(request, fresh);
    return fresh;
  }

  /** An endpoint that is there keeps its NICs and gains the new ones. */
  function writeEndpoint({ pod, owner }: AddRequest, fresh: readonly NicRecord[]): void {
    const { namespace = '', name, uid } = pod.metadata;
    const stored = store.get(ENDPOINTS, namespace, name);
    if (stored === undefined) {
      createEndpoint(pod, owner, fresh, settings.enableStatefulSet && isStatefulSet(owner), store);
      return;
    }
    const { ips } = readEndpoint(stored);
    const added = fresh.filter((record) => !ips.some((known) => known.interface === record.interface));
    updateEndpoint(stored, { uid, node: nodeOf(pod), ips: [...ips, ...added] }, store);
  }

  return {
    add({ pod, nic, ipam }, looks) {
      const { namespace = '', name } = pod.metadata;
      try {
        if (!isAlive(pod))
          throw new IpamError(`dead Pod ${namespace}/${name}, we cannot allocate IP addresees to it`);
        const all = records({ pod, nic, ipam, owner: topControllerOf(pod, store) }, looks);
        return all === 'wait' ? { outcome: 'wait', milliseconds: LOOK_AGAIN } : answer(all, nic);
      } catch (error) {
        if (!(error instanceof IpamError)) throw error;
        return {
          outcome: 'failed',
          message: `${ENVELOPE}[POST /ipam/ip][500] postIpamIpFailure  ${error.message}`,
        };
      }
    },

    release(pod) {
      const { namespace = '', name, uid } = pod.metadata;
      cache.forget(uid);
      const stored = store.get(ENDPOINTS, namespace, name);
      if (stored === undefined || readEndpoint(stored).uid !== uid) return;
      const { ips, ownerType } = readEndpoint(stored);
      const isStatic = settings.enableStatefulSet && ownerType === 'StatefulSet';
      if (isStatic && isValidStatefulSetPod(namespace, name, store)) return;
      releaseAddresses(poolsOf(ips), uid, store);
      if (isStatic) dropEndpoint(stored, store);
      else store.modify(ENDPOINTS, namespace, name, removeFinalizer);
    },
  };
}

/** What the IPAM plugin makes of the agent's answer: it needs an address for the NIC that it was called for. */
function answer(all: readonly NicRecord[], nic: string): AddAnswer {
  if (all.length === 0) {
    return { outcome: 'failed', message: `${ENVELOPE}validation failure list:\nips in body is required` };
  }
  const record = all.find((one) => one.interface === nic);
  if (record === undefined || (record.ipv4 === undefined && record.ipv6 === undefined)) {
    return { outcome: 'failed', message: `${ENVELOPE}no Interface ${nic} IP allocation found` };
  }
  return { outcome: 'allocated', record };
}

function isStatefulSet({ apiVersion, kind }: TopController): boolean {
  return apiVersion === 'apps/v1' && kind === 'StatefulSet';
}

/** Neither deleted nor finished for good (`IsPodAlive`). */
function isAlive(pod: KubeObject): boolean {
  if (pod.metadata.deletionTimestamp !== undefined) return false;
  const { phase, reason } = objectOr(pod.status);
  const { restartPolicy } = objectOr(pod.spec);
  if (phase === 'Succeeded' && restartPolicy !== undefined && restartPolicy !== 'Always') return false;
  if (phase === 'Failed') return restartPolicy !== 'Never' && reason !== 'Evicted';
  return true;
}
