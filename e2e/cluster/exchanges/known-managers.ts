import type { KnownDifference } from './judge.ts';

const SPLIT = 'body.metadata.managedFields.exchanges Update';
const ONE = 'simulated' as const;

/** An entry that only a real control plane has, whole. */
function missing(manager: string, reason: string, exchanges: readonly string[]): KnownDifference[] {
  const path = `**.managedFields.${manager}`;
  return exchanges.map((exchange) => ({ exchange, path, only: 'real', reason }));
}

/**
 * What is missing of who has written what. Of an entry that is missing nothing can be compared, so that each is named, with
 * the resources that it is on; what is in an entry that both have is known nowhere.
 */
export const knownManagers: readonly KnownDifference[] = [
  ...missing('kube-controller-manager Update', 'the controllers write into the store, without a name', [
    'deletion/deployment-cascade GET **/replicasets?*',
    'lists/chunks GET **/configmaps?**',
    'lists/field-selectors GET **/configmaps?**',
    'tables/core-tables GET **/nodes**',
    'tables/service-tables GET **/endpoints as Table',
    'tables/workload-tables GET **/replicasets**',
    'tables/workload-tables GET **/controllerrevisions as Table',
  ]),
  ...missing(
    'kube-controller-manager Update status',
    'the controllers write into the store, without a name',
    [
      'crud/deployment * **/deployments/web',
      'deletion/deployment-cascade GET **/replicasets?*',
      'deletion/deployment-cascade DELETE **/deployments/kept?*',
      'deletion/namespaces * **/namespaces/{ns}-b',
      'field-validation/strict * **/deployments/web**',
      'patches/strategic-patch PATCH **/deployments/web',
      'patches/apply-workload * **/deployments/web**',
      'subresources/* * **/deployments/web**',
      'tables/workload-tables GET **/deployments as Table',
      'tables/workload-tables GET **/replicasets**',
      'tables/workload-tables GET **/statefulsets**',
      'tables/workload-tables GET **/daemonsets**',
      'tables/workload-tables GET **/jobs**',
    ],
  ),
  ...missing(
    'spiderpool-controller Update',
    "Spiderpool's controllers write into the store, without a name",
    [
      'addresses/pools-together GET **/spiderippools/{ns}-a',
      'attachments/multus-config GET **/network-attachment-definitions/*',
      'tables/spiderpool-tables GET **/network-attachment-definitions**',
    ],
  ),
  ...missing(
    'spiderpool-controller Update status',
    "Spiderpool's controllers write into the store, without a name",
    [
      'addresses/* * **/spiderippools/{ns}**',
      'addresses/subnet * **/spidersubnets/{ns}',
      'attachments/coordinator GET **/spidercoordinators/default',
      'patches/*-custom PATCH **/spiderippools/{ns}**',
      'subresources/status-custom * **/spiderippools/{ns}**',
      'tables/spiderpool-tables GET **/spiderippools**',
      'tables/spiderpool-tables GET **/spidersubnets**',
      'tables/spiderpool-tables GET **/spidercoordinators/default as Table',
      'watches/watch-custom **',
    ],
  ),
  ...missing('podnic-start Update', 'a scenario is put into the store, without a name', [
    'attachments/coordinator GET **/spidercoordinators/default',
    'tables/core-tables GET **/nodes**',
    'tables/spiderpool-tables GET **/spidercoordinators/default as Table',
    'tables/spiderpool-tables GET **/customresourcedefinitions/* as Table',
  ]),
  ...missing('kube-apiserver Update status', 'definitions are made from what is served', [
    'tables/spiderpool-tables GET **/customresourcedefinitions/* as Table',
  ]),

  ...[
    ['watches/watch-selection PATCH **/configmaps/a', 'exchanges Update'],
    ['watches/watch-selection EVENTS of *', 'exchanges Update'],
    ['patches/patch-types * **/configmaps/a**', 'me Update'],
  ].map(([exchange = '', manager = '']) => ({
    exchange,
    path: `**.managedFields.${manager}`,
    only: 'simulated' as const,
    reason: 'an object that nobody owned a field of when it was made is never tracked; here it is',
  })),
  {
    exchange: 'deletion/orphans GET **/configmaps/child',
    path: 'body.metadata.managedFields.exchanges Update',
    only: 'simulated',
    reason: 'a field that a controller takes away stays noted as that of who has written it',
  },

  // A scale that is written with the number that is there splits the entry of who has it in two, and so makes a version.
  ...[
    { exchange: 'subresources/scale GET **/deployments/web', path: `${SPLIT}.fieldsV1.f:spec.*`, only: ONE },
    { exchange: 'subresources/scale GET **/deployments/web', path: `${SPLIT}.time`, only: ONE },
    { exchange: 'subresources/scale GET **/deployments/web', path: `${SPLIT} (2)`, only: 'real' as const },
    { exchange: 'subresources/scale GET **/deployments/web', path: 'body.metadata.resourceVersion' },
    { exchange: 'subresources/scale * **/deployments/web/scale**', path: 'body.metadata.resourceVersion' },
  ].map((known) => ({
    ...known,
    reason: 'a scale that is written as it is splits the entry of who has the replicas',
  })),
  {
    exchange: 'field-validation/strict POST **/configmaps?fieldValidation=Warn',
    path: 'body.metadata.managedFields.exchanges Update.fieldsV1.f:data.f:a',
    only: 'real',
    reason: "Go's decoder merges a map that comes twice; here the last one counts",
  },
];
