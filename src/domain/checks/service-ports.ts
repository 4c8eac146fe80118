import type { Draft, ServiceDraft, ServicePortDraft } from '../workload/draft.ts';
import { integerIn, isDnsLabel, isPortReference } from './syntax.ts';
import type { Finding } from './finding.ts';
import { checkInteger } from './integer.ts';
import { repeatedIndexes } from './repeated.ts';
import { error, warning, when } from './report.ts';
import { needsPorts } from './service.ts';

const NODE_PORTS = { first: 30_000, last: 32_767 };
const port = { min: 1, max: 65_535 } as const;

/** The ports of the Service (`validateServicePort`, and the uniqueness rules of `ValidateService`). */
export function checkServicePorts({ service, containers }: Draft): readonly Finding[] {
  if (!service.enabled || service.access === 'ExternalName') return [];
  const { ports } = service;
  if (ports.length === 0) {
    return when(needsPorts(service), error('service.portsRequired', 'service.ports'));
  }
  const names = new Set(containers.flatMap((container) => container.ports.map(({ name }) => name)));
  return [
    ...ports.flatMap((row, index) => checkPort(row, `service.ports.${index}`, names)),
    ...(ports.length > 1 ? checkNames(ports) : []),
    ...checkRepeated(service),
  ];
}

function checkPort(row: ServicePortDraft, path: string, names: ReadonlySet<string>): readonly Finding[] {
  const target = row.targetPort;
  const wrong = target !== '' && !isPortReference(target);
  const unknown = target !== '' && !wrong && !/^\d+$/.test(target) && !names.has(target);
  return [
    ...when(row.name !== '' && !isDnsLabel(row.name), error('service.portName', `${path}.name`)),
    ...checkInteger(row.port, `${path}.port`, { field: 'servicePort', ...port, required: true }),
    ...when(wrong, error('service.targetPort', `${path}.targetPort`)),
    ...when(unknown, warning('service.targetPortUnknown', `${path}.targetPort`, { port: target })),
  ];
}

/** With more than one port, each has a name. */
function checkNames(ports: readonly ServicePortDraft[]): readonly Finding[] {
  return ports.flatMap(({ name }, index) =>
    when(name === '', error('service.portNameRequired', `service.ports.${index}.name`)),
  );
}

function checkRepeated(service: ServiceDraft): readonly Finding[] {
  const { ports } = service;
  const names = repeatedIndexes(ports.map(({ name }) => name));
  const numbers = repeatedIndexes(ports.map(({ port, protocol }) => port && `${port}/${protocol}`));
  return [
    ...names.map((index) =>
      error('service.portNameRepeated', `service.ports.${index}.name`, { name: ports[index]?.name ?? '' }),
    ),
    ...numbers.map((index) =>
      error('service.portRepeated', `service.ports.${index}.port`, { port: ports[index]?.port ?? '' }),
    ),
  ];
}

/** Node ports: empty lets Kubernetes choose; outside its usual range it refuses unless the cluster is set up otherwise. */
export function checkNodePorts({ service }: Draft): readonly Finding[] {
  if (!service.enabled || (service.access !== 'NodePort' && service.access !== 'LoadBalancer')) return [];
  const rows = service.ports;
  const repeated = repeatedIndexes(
    rows.map(({ nodePort, protocol }) => nodePort && `${nodePort}/${protocol}`),
  );
  return [
    ...rows.flatMap(({ nodePort }, index) => {
      const path = `service.ports.${index}.nodePort`;
      const unusual =
        integerIn(nodePort, port.min, port.max) && !integerIn(nodePort, NODE_PORTS.first, NODE_PORTS.last);
      return [
        ...checkInteger(nodePort, path, { field: 'nodePort', ...port }),
        ...when(unusual, warning('service.nodePortRange', path, { ...NODE_PORTS })),
      ];
    }),
    ...repeated.map((index) =>
      error('service.nodePortRepeated', `service.ports.${index}.nodePort`, {
        port: rows[index]?.nodePort ?? '',
      }),
    ),
  ];
}
