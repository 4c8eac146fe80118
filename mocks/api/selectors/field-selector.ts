import { isObject, scalarText } from '../../store/json.ts';
import { badRequest } from '../../store/status-errors.ts';
import type { KubeObject, ResourceName, StatusError } from '../../store/store.ts';

export interface FieldRequirement {
  field: string;
  value: string;
  equal: boolean;
}

const METADATA = ['metadata.name', 'metadata.namespace'];

/** The fields that can be selected by, besides name and namespace. Source: the conversion functions of each group. */
const SELECTABLE: Record<ResourceName, readonly string[]> = {
  'v1/pods': [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'spec.hostNetwork',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  'v1/nodes': ['spec.unschedulable'],
  'v1/namespaces': ['status.phase'],
  'v1/secrets': ['type'],
  'v1/services': ['spec.clusterIP', 'spec.type'],
  'v1/events': [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  'apps/v1/replicasets': ['status.replicas'],
  'batch/v1/jobs': ['status.successful'],
};

const ELSEWHERE: Record<string, string> = {
  source: 'source.component',
  'status.successful': 'status.succeeded',
};

/**
 * Parses `spec.nodeName=worker-1,status.phase!=Running`.
 * @throws StatusError 400 for a text that is no selector, or a field that cannot be selected by
 */
export function parseFieldSelector(resource: ResourceName, text: string): FieldRequirement[] {
  const allowed = [...METADATA, ...(SELECTABLE[resource] ?? [])];
  return splitEscaped(text).map((part) => {
    const match = /^([^=!]*)(!=|==|=)([\s\S]*)$/.exec(part);
    if (match === null) throw badRequest(`invalid selector: '${text}'; can't understand '${part}'`);
    const [, field = '', operator, value = ''] = match;
    if (!allowed.includes(field)) throw notSelectable(resource, field);
    return { field, value: value.replace(/\\(.)/g, '$1'), equal: operator !== '!=' };
  });
}

/** Resources with fields of their own say it in other words than those with only a name and a namespace. */
function notSelectable(resource: ResourceName, field: string): StatusError {
  if (SELECTABLE[resource] !== undefined || CUSTOM.test(resource)) {
    return badRequest(`field label not supported: ${field}`);
  }
  const known = METADATA.map((name) => JSON.stringify(name)).join(', ');
  return badRequest(`${JSON.stringify(field)} is not a known field selector: only ${known}`);
}

const CUSTOM = /^[^/]+\.(spidernet\.io|cni\.cncf\.io)\//;

function splitEscaped(text: string): string[] {
  return (text.match(/(?:\\.|[^,\\])+/gs) ?? []).filter((part) => part !== '');
}

/** Whether an object meets every requirement. A field that is not set counts as empty, false or 0. */
export function matchesFields(requirements: readonly FieldRequirement[], object: KubeObject): boolean {
  return requirements.every(({ field, value, equal }) => (read(object, field) === value) === equal);
}

function read(object: KubeObject, field: string): string {
  let value: unknown = object;
  for (const key of (ELSEWHERE[field] ?? field).split('.')) value = isObject(value) ? value[key] : undefined;
  if (value !== undefined && value !== null) return scalarText(value);
  if (field === 'spec.unschedulable' || field === 'spec.hostNetwork') return 'false';
  return field === 'status.successful' || field === 'status.replicas' ? '0' : '';
}
