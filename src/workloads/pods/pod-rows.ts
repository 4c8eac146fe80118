import type { ItemOf, resources } from '../../cluster/resources.ts';
import type { PodAnnotations } from '../../domain/spiderpool/annotations.ts';
import { decodeEndpoint, type Endpoint } from '../../domain/spiderpool/endpoint.ts';
import { podNics, type PodNic } from '../../domain/spiderpool/pod-addresses.ts';
import type { EventSummary } from '../events/event-summary.ts';
import { namespaceOf, type StoredPod } from '../stored-deployment.ts';
import { podState, restartsOf, type PodState } from './pod-state.ts';

/** One Pod as the Pods tab shows it. */
export interface PodRow {
  readonly uid: string;
  readonly name: string;
  /** `''` before it is scheduled. */
  readonly node: string;
  readonly restarts: number;
  readonly state: PodState;
  readonly nics: readonly PodNic[];
  /** Annotations of the Pod template that it was made from. */
  readonly template: PodAnnotations;
}

export type StoredEndpoint = ItemOf<typeof resources.endpoints>;

export function podRows(
  pods: readonly StoredPod[],
  endpoints: readonly StoredEndpoint[],
  events: readonly EventSummary[],
  templates: ReadonlyMap<string, PodAnnotations>,
): readonly PodRow[] {
  const endpointOf = endpointsByPod(endpoints);
  const eventsOf = eventsByObject(events);
  return pods.map((pod) => ({
    uid: pod.metadata.uid,
    name: pod.metadata.name,
    node: pod.spec?.nodeName ?? '',
    restarts: restartsOf(pod),
    state: podState(pod, eventsOf.get(pod.metadata.uid) ?? []),
    nics: podNics(
      {
        namespace: namespaceOf(pod),
        uid: pod.metadata.uid,
        annotations: pod.metadata.annotations ?? {},
        hostNetwork: pod.spec?.hostNetwork === true,
        podIps: (pod.status?.podIPs ?? []).flatMap(({ ip }) => (ip === undefined ? [] : [ip])),
      },
      endpointOf.get(pod.metadata.uid),
    ),
    template: templates.get(pod.metadata.uid) ?? {},
  }));
}

function eventsByObject(events: readonly EventSummary[]): ReadonlyMap<string, readonly EventSummary[]> {
  const byUid = new Map<string, EventSummary[]>();
  for (const event of events) {
    const known = byUid.get(event.object.uid);
    if (known === undefined) byUid.set(event.object.uid, [event]);
    else known.push(event);
  }
  return byUid;
}

/** By the Pod's UID, not its name: a record may outlive the Pod that it was made for. */
export function endpointsByPod(endpoints: readonly StoredEndpoint[]): ReadonlyMap<string, Endpoint> {
  const byUid = new Map<string, Endpoint>();
  for (const object of endpoints) {
    const endpoint = decodeEndpoint(object);
    if (endpoint.ok) byUid.set(endpoint.value.podUid, endpoint.value);
  }
  return byUid;
}

/** Whether a Pod's name, node or any address on any NIC contains the text. */
export function matchesPod(row: PodRow, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  const texts = [
    row.name,
    row.node,
    ...row.nics.flatMap(({ ipv4, ipv6 }) => [ipv4?.address ?? '', ipv6?.address ?? '']),
  ];
  return wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted));
}
