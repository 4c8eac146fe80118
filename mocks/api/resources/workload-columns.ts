import type {
  ControllerRevision,
  DaemonSet,
  Deployment,
  ReplicaSet,
  StatefulSet,
} from 'kubernetes-types/apps/v1';
import { ageColumn, column, containerColumns, nameColumn, selectorColumn } from '../print/columns.ts';
import { formatLabels } from '../print/labels.ts';
import type { Column } from '../resource-type.ts';

/** What `kubectl get deployments` prints. */
export const deploymentColumns: readonly Column[] = [
  nameColumn,
  column<Deployment>('Ready', 'string', (o) => `${o.status?.readyReplicas ?? 0}/${o.spec?.replicas ?? 0}`),
  column<Deployment>('Up-to-date', 'string', ({ status }) => status?.updatedReplicas ?? 0),
  column<Deployment>('Available', 'string', ({ status }) => status?.availableReplicas ?? 0),
  ageColumn,
  ...containerColumns,
  selectorColumn,
];

/** What `kubectl get replicasets` prints. */
export const replicaSetColumns: readonly Column[] = [
  nameColumn,
  column<ReplicaSet>('Desired', 'integer', ({ spec }) => spec?.replicas ?? 0),
  column<ReplicaSet>('Current', 'integer', ({ status }) => status?.replicas ?? 0),
  column<ReplicaSet>('Ready', 'integer', ({ status }) => status?.readyReplicas ?? 0),
  ageColumn,
  ...containerColumns,
  selectorColumn,
];

/** What `kubectl get statefulsets` prints. */
export const statefulSetColumns: readonly Column[] = [
  nameColumn,
  column<StatefulSet>('Ready', 'string', (o) => `${o.status?.readyReplicas ?? 0}/${o.spec?.replicas ?? 0}`),
  ageColumn,
  ...containerColumns,
];

/** What `kubectl get daemonsets` prints. */
export const daemonSetColumns: readonly Column[] = [
  nameColumn,
  column<DaemonSet>('Desired', 'integer', ({ status }) => status?.desiredNumberScheduled ?? 0),
  column<DaemonSet>('Current', 'integer', ({ status }) => status?.currentNumberScheduled ?? 0),
  column<DaemonSet>('Ready', 'integer', ({ status }) => status?.numberReady ?? 0),
  column<DaemonSet>('Up-to-date', 'integer', ({ status }) => status?.updatedNumberScheduled ?? 0),
  column<DaemonSet>('Available', 'integer', ({ status }) => status?.numberAvailable ?? 0),
  column<DaemonSet>('Node Selector', 'string', ({ spec }) =>
    formatLabels(spec?.template?.spec?.nodeSelector),
  ),
  ageColumn,
  ...containerColumns,
  selectorColumn,
];

function controllerName({ metadata }: ControllerRevision): string {
  const owner = metadata?.ownerReferences?.find(({ controller }) => controller === true);
  if (owner === undefined) return '<none>';
  const group = owner.apiVersion.includes('/') ? `.${owner.apiVersion.split('/')[0]}` : '';
  return `${owner.kind.toLowerCase()}${group}/${owner.name}`;
}

/** What `kubectl get controllerrevisions` prints. */
export const controllerRevisionColumns: readonly Column[] = [
  nameColumn,
  column<ControllerRevision>('Controller', 'string', controllerName),
  column<ControllerRevision>('Revision', 'string', ({ revision }) => revision),
  ageColumn,
];
