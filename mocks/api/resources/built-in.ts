import type { PersistentVolumeClaim, Secret, ServiceAccount } from 'kubernetes-types/core/v1';
import type { Lease } from 'kubernetes-types/coordination/v1';
import { ageColumn, column, nameColumn } from '../print/columns.ts';
import type { Column, ResourceType } from '../resource-type.ts';
import { loadDefinitions, schemaReference } from '../schema/definitions.ts';
import { autoscalerColumns } from './autoscaler-columns.ts';
import { eventColumns } from './event-columns.ts';
import { cronJobColumns, jobColumns } from './job-columns.ts';
import { nodeColumns } from './node-columns.ts';
import { podColumns } from './pod-columns.ts';
import { endpointsColumns, endpointSliceColumns, serviceColumns } from './service-columns.ts';
import {
  controllerRevisionColumns,
  daemonSetColumns,
  deploymentColumns,
  replicaSetColumns,
  statefulSetColumns,
} from './workload-columns.ts';

const WITH_STATUS = { status: true };
const SCALABLE = { status: true, scale: true };
const ALL = { categories: ['all'] };

/** Modules of `kubernetes-types` that describe a group and version. */
const MODULES: Record<string, string> = {
  v1: 'core/v1',
  'apps/v1': 'apps/v1',
  'batch/v1': 'batch/v1',
  'autoscaling/v2': 'autoscaling/v2',
  'coordination.k8s.io/v1': 'coordination/v1',
  'discovery.k8s.io/v1': 'discovery/v1',
  'apiextensions.k8s.io/v1': 'apiextensions/v1',
};

type Rest = Partial<
  Pick<ResourceType, 'shortNames' | 'categories' | 'namespaced' | 'subresources' | 'columns' | 'nameRule'>
>;

function builtIn(apiVersion: string, kind: string, plural: string, rest: Rest): ResourceType {
  const slash = apiVersion.indexOf('/');
  const module = MODULES[apiVersion] ?? apiVersion;
  loadDefinitions(module);
  return {
    group: slash < 0 ? '' : apiVersion.slice(0, slash),
    version: apiVersion.slice(slash + 1),
    plural,
    singular: kind.toLowerCase(),
    kind,
    listKind: `${kind}List`,
    namespaced: true,
    schema: schemaReference(module, kind),
    ...rest,
  };
}

const phase = (name: string) =>
  column<{ status?: { phase?: string } }>(name, 'string', (o) => o.status?.phase ?? '');

const namespaceColumns: readonly Column[] = [nameColumn, phase('Status'), ageColumn];

const configMapColumns: readonly Column[] = [
  nameColumn,
  column<{ data?: object; binaryData?: object }>('Data', 'string', ({ data = {}, binaryData = {} }) => {
    return Object.keys(data).length + Object.keys(binaryData).length;
  }),
  ageColumn,
];

const secretColumns: readonly Column[] = [
  nameColumn,
  column<Secret>('Type', 'string', ({ type }) => type ?? 'Opaque'),
  column<Secret>('Data', 'string', ({ data = {} }) => Object.keys(data).length),
  ageColumn,
];

const serviceAccountColumns: readonly Column[] = [
  nameColumn,
  column<ServiceAccount>('Secrets', 'string', ({ secrets = [] }) => secrets.length),
  ageColumn,
];

const claimColumns: readonly Column[] = [
  nameColumn,
  phase('Status'),
  column<PersistentVolumeClaim>('Volume', 'string', ({ spec }) => spec?.volumeName ?? ''),
  column<PersistentVolumeClaim>('Capacity', 'string', ({ status }) => status?.capacity?.['storage'] ?? ''),
  column<PersistentVolumeClaim>('Access Modes', 'string', ({ status }) =>
    (status?.accessModes ?? []).join(','),
  ),
  column<PersistentVolumeClaim>('StorageClass', 'string', ({ spec }) => spec?.storageClassName ?? ''),
  column<PersistentVolumeClaim>('VolumeAttributesClass', 'string', () => '<unset>'),
  ageColumn,
  column<PersistentVolumeClaim>('VolumeMode', 'string', ({ spec }) => spec?.volumeMode ?? '<unset>', 1),
];

const leaseColumns: readonly Column[] = [
  nameColumn,
  column<Lease>('Holder', 'string', ({ spec }) => spec?.holderIdentity ?? ''),
  ageColumn,
];

const definitionColumns: readonly Column[] = [
  nameColumn,
  { name: 'Created At', type: 'date', value: ({ metadata }) => metadata.creationTimestamp },
];

/** The resources of Kubernetes itself that the simulated cluster serves. */
export const builtInResources: readonly ResourceType[] = [
  builtIn('v1', 'ConfigMap', 'configmaps', { shortNames: ['cm'], columns: configMapColumns }),
  builtIn('v1', 'Endpoints', 'endpoints', { shortNames: ['ep'], columns: endpointsColumns }),
  builtIn('v1', 'Event', 'events', { shortNames: ['ev'], columns: eventColumns }),
  builtIn('v1', 'Namespace', 'namespaces', {
    shortNames: ['ns'],
    namespaced: false,
    subresources: WITH_STATUS,
    nameRule: 'label',
    columns: namespaceColumns,
  }),
  builtIn('v1', 'Node', 'nodes', {
    shortNames: ['no'],
    namespaced: false,
    subresources: WITH_STATUS,
    columns: nodeColumns,
  }),
  builtIn('v1', 'PersistentVolumeClaim', 'persistentvolumeclaims', {
    shortNames: ['pvc'],
    subresources: WITH_STATUS,
    columns: claimColumns,
  }),
  builtIn('v1', 'Pod', 'pods', {
    shortNames: ['po'],
    ...ALL,
    subresources: WITH_STATUS,
    columns: podColumns,
  }),
  builtIn('v1', 'Secret', 'secrets', { columns: secretColumns }),
  builtIn('v1', 'ServiceAccount', 'serviceaccounts', { shortNames: ['sa'], columns: serviceAccountColumns }),
  builtIn('v1', 'Service', 'services', {
    shortNames: ['svc'],
    ...ALL,
    subresources: WITH_STATUS,
    nameRule: 'dns1035',
    columns: serviceColumns,
  }),
  builtIn('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'customresourcedefinitions', {
    shortNames: ['crd', 'crds'],
    categories: ['api-extensions'],
    namespaced: false,
    subresources: WITH_STATUS,
    columns: definitionColumns,
  }),
  builtIn('apps/v1', 'ControllerRevision', 'controllerrevisions', { columns: controllerRevisionColumns }),
  builtIn('apps/v1', 'DaemonSet', 'daemonsets', {
    shortNames: ['ds'],
    ...ALL,
    subresources: WITH_STATUS,
    columns: daemonSetColumns,
  }),
  builtIn('apps/v1', 'Deployment', 'deployments', {
    shortNames: ['deploy'],
    ...ALL,
    subresources: SCALABLE,
    columns: deploymentColumns,
  }),
  builtIn('apps/v1', 'ReplicaSet', 'replicasets', {
    shortNames: ['rs'],
    ...ALL,
    subresources: SCALABLE,
    columns: replicaSetColumns,
  }),
  builtIn('apps/v1', 'StatefulSet', 'statefulsets', {
    shortNames: ['sts'],
    ...ALL,
    subresources: SCALABLE,
    columns: statefulSetColumns,
  }),
  builtIn('autoscaling/v2', 'HorizontalPodAutoscaler', 'horizontalpodautoscalers', {
    shortNames: ['hpa'],
    ...ALL,
    subresources: WITH_STATUS,
    columns: autoscalerColumns,
  }),
  builtIn('batch/v1', 'CronJob', 'cronjobs', {
    shortNames: ['cj'],
    ...ALL,
    subresources: WITH_STATUS,
    columns: cronJobColumns,
  }),
  builtIn('batch/v1', 'Job', 'jobs', { ...ALL, subresources: WITH_STATUS, columns: jobColumns }),
  builtIn('coordination.k8s.io/v1', 'Lease', 'leases', { columns: leaseColumns }),
  builtIn('discovery.k8s.io/v1', 'EndpointSlice', 'endpointslices', { columns: endpointSliceColumns }),
];
