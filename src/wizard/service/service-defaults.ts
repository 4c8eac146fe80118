import type { Draft, KeyValue, ServiceDraft, ServicePortDraft } from '../../domain/workload/draft.ts';
import { podLabels } from '../../domain/workload/labels.ts';

/** The Service as it is first shown: what is still empty is filled from the workload, what was typed stays. */
export function withServiceDefaults(draft: Draft): ServiceDraft {
  const { service } = draft;
  return {
    ...service,
    enabled: true,
    name: service.name || serviceName(draft.basics.name),
    selector: service.selector.length > 0 ? service.selector : workloadLabels(draft),
    ports: service.ports.length > 0 ? service.ports : portsOfContainers(draft),
  };
}

/** The shortest name that the console takes for a Service. */
const shortestName = 4;

/** The name of a workload's Service: its own, made longer where that is too short for a Service. */
export function serviceName(workload: string): string {
  return workload === '' || workload.length >= shortestName ? workload : `${workload}-svc`;
}

/** The labels of the workload's Pods as a selector. */
export function workloadLabels(draft: Draft): KeyValue[] {
  return Object.entries(podLabels(draft)).map(([key, value]) => ({ key, value }));
}

/** A Service port for each port of the containers. Several ports need names, so those without get one. */
export function portsOfContainers(draft: Draft): ServicePortDraft[] {
  return draft.containers
    .flatMap((container) => container.ports)
    .filter((port) => port.containerPort !== '')
    .map(({ name, containerPort, protocol }) => ({
      name: name || `${protocol.toLowerCase()}-${containerPort}`,
      protocol,
      port: containerPort,
      targetPort: name || containerPort,
      nodePort: '',
    }));
}
