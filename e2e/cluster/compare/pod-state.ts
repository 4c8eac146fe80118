import { listOr, objectOr, textOr } from '../../../mocks/store/json.ts';
import type { KubeObject } from '../../../mocks/store/store.ts';
import type { ObservedWorkload } from './observe.ts';

export function phaseOf({ status }: KubeObject): string {
  return textOr(objectOr(status).phase);
}

export function isReady({ status }: KubeObject): boolean {
  return listOr(objectOr(status).conditions).some(
    (condition) => objectOr(condition).type === 'Ready' && objectOr(condition).status === 'True',
  );
}

/** What the kubelet said of a Pod that got no network, oldest first. */
export function failuresOf(events: readonly KubeObject[], pod: KubeObject): KubeObject[] {
  return events.filter(
    ({ involvedObject, reason, type }) =>
      objectOr(involvedObject).uid === pod.metadata.uid &&
      type === 'Warning' &&
      reason === 'FailedCreatePodSandBox',
  );
}

/** How long the agent waits for a pool that does not come. */
const POOL_WAIT = 50_000;

/** Whether a Pod waited for a pool before it failed for the first time. */
export function failedLate(events: readonly KubeObject[], pod: KubeObject): boolean {
  const times = failuresOf(events, pod).map(({ firstTimestamp, metadata }) =>
    Date.parse(textOr(firstTimestamp) || metadata.creationTimestamp),
  );
  return times.length > 0 && Math.min(...times) - Date.parse(pod.metadata.creationTimestamp) >= POOL_WAIT;
}

/** A failure without what is another one in every run. */
export function plainWords(message: string, { metadata }: KubeObject): string {
  return message
    .replace('(combined from similar events): ', '')
    .replaceAll(metadata.name, 'POD')
    .replaceAll(metadata.uid, 'UID')
    .replace(/(auto[46]-[a-z0-9-]*)-[0-9a-f]{5}(?![0-9a-z])/g, '$1-*')
    .replace(/"[0-9a-f]{64}"/g, '"SANDBOX"')
    .replace(/\[[0-9a-f-]{36}\]/g, '[UID]')
    .replace(/(uid:?)[0-9a-f-]{36}/gi, '$1UID')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UID');
}

/**
 * What a Pod is called in every run: by its workload, a Deployment rather than its ReplicaSet. The Pods of a StatefulSet, and those
 * without a controller, have names that stay.
 */
export function nameInOutcome(pod: KubeObject, workloads: readonly ObservedWorkload[]): string {
  let name = pod.metadata.name;
  let owner = pod.metadata.ownerReferences?.find(({ controller }) => controller === true);
  while (owner !== undefined && owner.kind !== 'StatefulSet') {
    const { name: ownerName, uid } = owner;
    name = ownerName;
    owner = workloads
      .find(({ object }) => object.metadata.uid === uid)
      ?.object.metadata.ownerReferences?.find(({ controller }) => controller === true);
  }
  return name;
}
