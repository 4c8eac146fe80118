import type { ServiceAccess, ServiceDraft, ServicePortDraft } from '../draft.ts';
import { newService } from '../new-draft.ts';
import { defaulted, type Edit, type EditEntry, keep, map, optional, remove, required, set } from './edit.ts';
import { listEdit, readRows, rowOf } from './list-edit.ts';
import { at, textOf } from './plain.ts';
import { chosen, integer, oneOf } from './text-form.ts';
import { readTextMap, rowEntries, textMapEdit } from './text-map.ts';

const types = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] as const;
const protocols = ['TCP', 'UDP', 'SCTP'] as const;
const policies = ['Cluster', 'Local'] as const;
const headlessIp = 'None';

const readPort = rowOf((item): ServicePortDraft => ({
  name: textOf(item.get('name')),
  protocol: chosen(item.get('protocol'), protocols, 'TCP'),
  port: textOf(item.get('port')),
  targetPort: textOf(item.get('targetPort')),
  nodePort: textOf(item.get('nodePort')),
}));

function accessOf(spec: unknown): ServiceAccess {
  const type = chosen(at(spec, 'type'), types, 'ClusterIP');
  return type === 'ClusterIP' && at(spec, 'clusterIP') === headlessIp ? 'Headless' : type;
}

/** Whether the access reaches the nodes from outside: only then have node ports and the traffic policy a meaning. */
function isExternal(access: ServiceAccess): boolean {
  return access === 'NodePort' || access === 'LoadBalancer';
}

/** @param service the plain Service object; the fields that its type does not have keep their first values */
export function readService(service: unknown): ServiceDraft {
  const spec = at(service, 'spec');
  const access = accessOf(spec);
  const draft = newService();
  const named = access === 'ExternalName';
  const affinity = !named && at(spec, 'sessionAffinity') === 'ClientIP';
  const external = isExternal(access);
  return {
    enabled: true,
    name: textOf(at(service, 'metadata', 'name')),
    access,
    externalName: named ? textOf(at(spec, 'externalName')) : '',
    selector: named ? [] : readTextMap(at(spec, 'selector')),
    ports: named
      ? []
      : readRows(at(spec, 'ports'), readPort).map((port) => (external ? port : { ...port, nodePort: '' })),
    sessionAffinity: affinity,
    sessionTimeout: affinity
      ? textOf(at(spec, 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds'))
      : draft.sessionTimeout,
    externalTrafficPolicy: external
      ? chosen(at(spec, 'externalTrafficPolicy'), policies, 'Cluster')
      : 'Cluster',
    annotations: readTextMap(at(service, 'metadata', 'annotations')),
  };
}

/**
 * @param service the plain Service object in the document
 * @param namespaces the workload's namespace now, and before in the document: a Service beside the workload goes with it
 */
export function serviceEdit(
  service: unknown,
  draft: ServiceDraft,
  namespaces: { readonly now: string; readonly before: unknown },
): Edit {
  const metadata = at(service, 'metadata');
  const follows = textOf(at(metadata, 'namespace')) === textOf(namespaces.before);
  return map([
    [
      'metadata',
      map([
        required(metadata, 'name', draft.name, 'service.name'),
        follows
          ? optional(metadata, 'namespace', namespaces.now, 'basics.namespace')
          : ['namespace', keep('basics.namespace')],
        [
          'annotations',
          textMapEdit(
            at(metadata, 'annotations'),
            rowEntries(draft.annotations, 'service.annotations'),
            'service.annotations',
          ),
        ],
      ]),
    ],
    ['spec', map(specEdits(at(service, 'spec'), draft))],
  ]);
}

function specEdits(spec: unknown, draft: ServiceDraft): readonly EditEntry[] {
  const type = draft.access === 'Headless' ? 'ClusterIP' : draft.access;
  const typeEntry = defaulted(spec, 'type', type, {
    absent: 'ClusterIP',
    field: 'service.access',
    form: oneOf(types),
  });
  if (draft.access === 'ExternalName') {
    const before = accessOf(spec) === 'ExternalName' ? keep() : remove;
    const gone = ['clusterIP', 'selector', 'ports', 'sessionAffinity', 'sessionAffinityConfig'];
    return [
      typeEntry,
      required(spec, 'externalName', draft.externalName, 'service.externalName'),
      ...gone.map((key): EditEntry => [key, before]),
      ['externalTrafficPolicy', before],
    ];
  }
  return [
    typeEntry,
    ['externalName', accessOf(spec) === 'ExternalName' ? remove : keep()],
    ['clusterIP', clusterIpEdit(spec, draft.access)],
    [
      'selector',
      textMapEdit(at(spec, 'selector'), rowEntries(draft.selector, 'service.selector'), 'service.selector'),
    ],
    ['ports', portsEdit(spec, draft)],
    ...affinityEdits(spec, draft),
    trafficPolicyEntry(spec, draft),
  ];
}

function clusterIpEdit(spec: unknown, access: ServiceAccess): Edit {
  const headless = at(spec, 'clusterIP') === headlessIp;
  if (access === 'Headless') return headless ? keep('service.access') : set(headlessIp, 'service.access');
  return headless ? remove : keep();
}

function portsEdit(spec: unknown, draft: ServiceDraft): Edit {
  const nodePorts = isExternal(draft.access);
  return listEdit<ServicePortDraft>({
    current: at(spec, 'ports'),
    rows: draft.ports,
    field: 'service.ports',
    read: readPort,
    identity: ({ name, port }) => name || port,
    edit: (row, item, field) =>
      map(
        [
          optional(item, 'name', row.name, `${field}.name`),
          defaulted(item, 'protocol', row.protocol, {
            absent: 'TCP',
            field: `${field}.protocol`,
            form: oneOf(protocols),
          }),
          optional(item, 'port', row.port, `${field}.port`, integer),
          optional(item, 'targetPort', row.targetPort, `${field}.targetPort`, integer),
          nodePorts
            ? optional(item, 'nodePort', row.nodePort, `${field}.nodePort`, integer)
            : ['nodePort', isExternal(accessOf(spec)) ? remove : keep()],
        ],
        field,
      ),
  });
}

function affinityEdits(spec: unknown, draft: ServiceDraft): readonly EditEntry[] {
  const config = at(spec, 'sessionAffinityConfig');
  const sticky = at(spec, 'sessionAffinity') === 'ClientIP';
  if (!draft.sessionAffinity) {
    return [
      ['sessionAffinity', sticky ? remove : keep()],
      ['sessionAffinityConfig', sticky ? remove : keep()],
    ];
  }
  const client = at(config, 'clientIP');
  const timeout = optional(client, 'timeoutSeconds', draft.sessionTimeout, 'service.sessionTimeout', integer);
  return [
    [
      'sessionAffinity',
      sticky ? keep('service.sessionAffinity') : set('ClientIP', 'service.sessionAffinity'),
    ],
    ['sessionAffinityConfig', map([['clientIP', map([timeout])]])],
  ];
}

function trafficPolicyEntry(spec: unknown, draft: ServiceDraft): EditEntry {
  const field = 'service.externalTrafficPolicy';
  if (!isExternal(draft.access)) {
    return ['externalTrafficPolicy', isExternal(accessOf(spec)) ? remove : keep()];
  }
  const isDefault =
    draft.externalTrafficPolicy === 'Cluster' && at(spec, 'externalTrafficPolicy') === undefined;
  if (isDefault) return ['externalTrafficPolicy', keep(field)];
  return optional(spec, 'externalTrafficPolicy', draft.externalTrafficPolicy, field, oneOf(policies));
}
