import type { Node } from 'kubernetes-types/core/v1';
import { ageColumn, column, nameColumn } from '../print/columns.ts';
import type { Column } from '../resource-type.ts';

const ROLE_LABEL = 'node-role.kubernetes.io/';

function nodeStatus({ spec, status }: Node): string {
  const ready = status?.conditions?.find(({ type }) => type === 'Ready');
  let text = 'Unknown';
  if (ready !== undefined) text = ready.status === 'True' ? 'Ready' : 'NotReady';
  return spec?.unschedulable === true ? `${text},SchedulingDisabled` : text;
}

function roles({ metadata }: Node): string {
  const found = Object.keys(metadata?.labels ?? {})
    .filter((key) => key.startsWith(ROLE_LABEL))
    .map((key) => key.slice(ROLE_LABEL.length))
    .sort();
  return found.join(',') || '<none>';
}

const address = (type: string) => (node: Node) =>
  node.status?.addresses?.find((entry) => entry.type === type)?.address ?? '<none>';

/** What `kubectl get nodes` prints. */
export const nodeColumns: readonly Column[] = [
  nameColumn,
  column<Node>('Status', 'string', nodeStatus),
  column<Node>('Roles', 'string', roles),
  ageColumn,
  column<Node>('Version', 'string', ({ status }) => status?.nodeInfo?.kubeletVersion ?? ''),
  column<Node>('Internal-IP', 'string', address('InternalIP'), 1),
  column<Node>('External-IP', 'string', address('ExternalIP'), 1),
  column<Node>('OS-Image', 'string', ({ status }) => status?.nodeInfo?.osImage ?? '<unknown>', 1),
  column<Node>('Kernel-Version', 'string', ({ status }) => status?.nodeInfo?.kernelVersion ?? '<unknown>', 1),
  column<Node>(
    'Container-Runtime',
    'string',
    ({ status }) => status?.nodeInfo?.containerRuntimeVersion ?? '<unknown>',
    1,
  ),
];
