import type { ContainerDraft, ContainerPortDraft, NetworkDraft, ProbeKind, PullPolicy } from '../draft.ts';
import { defaulted, type Edit, type EditEntry, map, optional, required } from './edit.ts';
import { environmentEdit, readEnvironment } from './environment.ts';
import { listEdit, readRows, readTextRow, rowOf, textListEdit } from './list-edit.ts';
import { at, textOf } from './plain.ts';
import { probeEdit, readProbe } from './probe.ts';
import { extendedCounts, readResources, resourcesEdit } from './resources.ts';
import { chosen, integer, oneOf } from './text-form.ts';

const pullPolicies: readonly PullPolicy[] = ['Always', 'IfNotPresent', 'Never'];
const protocols = ['TCP', 'UDP', 'SCTP'] as const;
const probeKinds: readonly ProbeKind[] = ['liveness', 'readiness', 'startup'];

const readContainer = rowOf((item): ContainerDraft => ({
  name: textOf(item.get('name')),
  image: textOf(item.get('image')),
  pullPolicy: chosen(item.get('imagePullPolicy'), pullPolicies, ''),
  resources: readResources(item.get('resources')),
  command: readRows(item.get('command'), readTextRow),
  args: readRows(item.get('args'), readTextRow),
  ports: readRows(item.get('ports'), readPort),
  env: readEnvironment(item.get('env')),
  probes: {
    liveness: readProbe(item.get('livenessProbe')),
    readiness: readProbe(item.get('readinessProbe')),
    startup: readProbe(item.get('startupProbe')),
  },
}));

const readPort = rowOf((item): ContainerPortDraft => ({
  name: textOf(item.get('name')),
  containerPort: textOf(item.get('containerPort')),
  protocol: chosen(item.get('protocol'), protocols, 'TCP'),
}));

export function readContainers(current: unknown): ContainerDraft[] {
  return readRows(current, readContainer);
}

export function containersEdit(
  current: unknown,
  rows: readonly ContainerDraft[],
  devices: NetworkDraft['deviceResources'],
): Edit {
  return listEdit<ContainerDraft>({
    current,
    rows,
    field: 'containers',
    read: readContainer,
    identity: ({ name }) => name,
    edit: (row, item, field) => containerEdit(row, item, field, field === 'containers.0' ? devices : []),
  });
}

function containerEdit(
  draft: ContainerDraft,
  current: unknown,
  field: string,
  devices: NetworkDraft['deviceResources'],
): Edit {
  const counts = extendedCounts(draft.resources, `${field}.resources`, devices);
  return map(
    [
      required(current, 'name', draft.name, `${field}.name`),
      required(current, 'image', draft.image, `${field}.image`),
      optional(current, 'imagePullPolicy', draft.pullPolicy, `${field}.pullPolicy`, oneOf(pullPolicies)),
      ['command', textListEdit(at(current, 'command'), draft.command, `${field}.command`, { empties: true })],
      ['args', textListEdit(at(current, 'args'), draft.args, `${field}.args`, { empties: true })],
      ['ports', portsEdit(at(current, 'ports'), draft.ports, `${field}.ports`)],
      ['env', environmentEdit(at(current, 'env'), draft.env, `${field}.env`)],
      ['resources', resourcesEdit(at(current, 'resources'), draft.resources, counts, `${field}.resources`)],
      ...probeKinds.map((kind): EditEntry => {
        const key = `${kind}Probe`;
        return [key, probeEdit(at(current, key), draft.probes[kind], `${field}.probes.${kind}`)];
      }),
    ],
    field,
  );
}

function portsEdit(current: unknown, rows: readonly ContainerPortDraft[], field: string): Edit {
  return listEdit<ContainerPortDraft>({
    current,
    rows,
    field,
    read: readPort,
    identity: ({ name, containerPort }) => name || containerPort,
    edit: (row, item, path) =>
      map(
        [
          optional(item, 'name', row.name, `${path}.name`),
          optional(item, 'containerPort', row.containerPort, `${path}.containerPort`, integer),
          defaulted(item, 'protocol', row.protocol, {
            absent: 'TCP',
            field: `${path}.protocol`,
            form: oneOf(protocols),
          }),
        ],
        path,
      ),
  });
}
