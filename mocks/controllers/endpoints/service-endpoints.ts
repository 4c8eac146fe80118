import type { ContainerPort, ServicePort } from 'kubernetes-types/core/v1';
import type { Immutable, Pod, Service } from '../kinds.ts';
import { matchesLabels } from '../label-selector.ts';
import { isReady, isTerminal, isTerminating } from '../workload/pod-state.ts';

/** One Pod behind a Service. */
export interface Backend {
  pod: Pod;
  /** Its address of one family. */
  address: string;
  /** Gets new connections. */
  ready: boolean;
  /** Could get connections, whether it is going away or not. */
  serving: boolean;
  terminating: boolean;
}

/** A port of a Service on its Pods. */
export interface BackendPort {
  /** Empty for the only port of a Service, which needs none. */
  name: string;
  port: number;
  protocol: string;
  appProtocol?: string;
}

export type Family = 'IPv4' | 'IPv6';

/** The Pods of a Service that have an address of a family, ordered by name. */
export function backendsOf(service: Service, pods: readonly Pod[], family: Family): Backend[] {
  const { selector = {}, publishNotReadyAddresses = false } = service.spec;
  return pods.flatMap((pod) => {
    if (!matchesLabels(selector, pod.metadata.labels) || isTerminal(pod)) return [];
    const address = addressOf(pod, family);
    if (address === undefined) return [];
    const serving = publishNotReadyAddresses || isReady(pod);
    const terminating = isTerminating(pod);
    return [{ pod, address, serving, terminating, ready: serving && !terminating }];
  });
}

/** The families of a Service; IPv4 when it does not say. */
export function familiesOf({ spec }: Service): Family[] {
  const families = (spec.ipFamilies ?? []).filter((family): family is Family => /^IPv[46]$/.test(family));
  return families.length === 0 ? ['IPv4'] : families;
}

/**
 * The ports of a Service on one of its Pods; a target port with a name is looked up there, and left out where the Pod
 * has none. Source: `FindPort` of k8s.io/kubernetes/pkg/api/v1/pod.
 */
export function backendPorts({ spec }: Service, pod: Pod): BackendPort[] {
  return (spec.ports ?? []).flatMap((servicePort) => {
    const port = targetPort(servicePort, pod);
    if (port === undefined) return [];
    const { name = '', protocol = 'TCP', appProtocol } = servicePort;
    return [
      {
        name,
        port,
        protocol,
        ...(appProtocol === undefined ? {} : { appProtocol }),
      },
    ];
  });
}

function targetPort(servicePort: Immutable<ServicePort>, { spec }: Pod): number | undefined {
  const { targetPort, port, protocol = 'TCP' } = servicePort;
  if (typeof targetPort !== 'string') return targetPort || port;
  const ports: readonly Immutable<ContainerPort>[] = spec.containers.flatMap(({ ports = [] }) => ports);
  return ports.find((one) => one.name === targetPort && (one.protocol ?? 'TCP') === protocol)?.containerPort;
}

function addressOf({ status }: Pod, family: Family): string | undefined {
  const all = (status?.podIPs ?? []).flatMap(({ ip }) => ip ?? []);
  return all.find((address) => address.includes(':') === (family === 'IPv6'));
}
