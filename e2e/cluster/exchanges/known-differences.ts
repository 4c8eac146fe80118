import type { KnownDifference } from './judge.ts';

const CONTROLLERS = 'controllers write into the store, without a name that managedFields would tell';
const COMPLETED =
  'fields that the server completes before or after it notes the manager: Jobs, Events, status of Pods, finalizers, items that come twice';
const NOT_SERVED = 'not served here (What it does not do)';
const PARSER = 'the words of another YAML parser';
const GO_VALUE = 'the value is printed as Go has it in memory, or with the whole object';
const RESOURCES = 'discovery/* GET /api*/*v1*';

/** What differs between the real control plane and the simulated one, and why it may. mocks/README.md has the reasons as a table. */
export const knownDifferences: readonly KnownDifference[] = [
  // Who wrote what
  { exchange: '*', path: '*managedFields', only: 'real', reason: CONTROLLERS },
  {
    exchange: '*',
    path: '*managedFields.kube-controller-manager Update*',
    only: 'real',
    reason: CONTROLLERS,
  },
  { exchange: '*', path: '*managedFields.spiderpool-controller Update*', only: 'real', reason: CONTROLLERS },
  {
    exchange: '*',
    path: '*managedFields',
    only: 'simulated',
    reason: 'an object that nobody owned a field of is never tracked later; here it is',
  },
  ...[
    'addresses/pool *',
    'crud/other-workloads *',
    'field-validation/strict *',
    'subresources/status *',
    'tables/*',
    'watches/watch-custom *',
    'workload-rules/*',
  ].map((exchange) => ({ exchange, path: '*managedFields.exchanges Update*', reason: COMPLETED })),

  // Discovery
  {
    exchange: 'discovery/*',
    path: 'body.resources.*.storageVersionHash',
    only: 'real',
    reason: 'there is no storage that could have another version',
  },
  { exchange: RESOURCES, path: 'body.resources.*', only: 'real', reason: NOT_SERVED },
  { exchange: 'discovery/all-groups GET /apis', path: 'body.groups', only: 'real', reason: NOT_SERVED },
  { exchange: 'discovery/all-groups GET /', path: 'body.paths', reason: NOT_SERVED },
  {
    exchange: 'discovery/all-groups GET /api* as APIGroupDiscoveryList',
    path: 'body.items.*',
    only: 'real',
    reason: NOT_SERVED,
  },
  {
    exchange: 'discovery/versions-served GET /api',
    path: 'body.serverAddressByClientCIDRs',
    reason: 'nobody advertises an address',
  },
  {
    exchange: 'discovery/*GET /version*',
    path: 'body.*',
    reason: 'it says what it is: a simulation of Kubernetes 1.32',
  },
  {
    exchange: 'discovery/health DELETE /apis',
    path: '*',
    reason: 'other methods than GET are refused everywhere',
  },

  // Access
  {
    exchange: 'access/access POST /apis/authentication.k8s.io/v1/selfsubjectreviews',
    path: 'body.*',
    reason: 'another user, who came without a certificate',
  },
  {
    exchange: 'access/access POST /apis/authorization.k8s.io/v1/selfsubjectrulesreviews',
    path: 'body.status.*ules',
    reason: 'there is no RBAC, and so no rules of roles',
  },
  {
    exchange: 'access/access POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews*',
    path: 'body.*essage',
    reason: GO_VALUE,
  },

  // Tables
  {
    exchange: '*',
    path: '*columnDefinitions*.description',
    reason: 'columns are described by their names; kubectl shows descriptions nowhere',
  },
  {
    exchange: 'tables/core-tables GET /api/v1/nodes*',
    path: 'body.rows*.object.metadata.*',
    only: 'real',
    reason: 'the controllers that add the old labels of nodes and their TTL do not run here',
  },
  {
    exchange: 'tables/workload-tables GET */daemonsets as Table',
    path: 'body.rows[0].object.metadata.annotations',
    reason: 'a real table is printed from the internal form, which has this annotation as a field',
  },
  {
    exchange: 'tables/workload-tables GET */controllerrevisions as Table',
    path: 'body.rows*.object.metadata.annotations',
    reason: 'an empty map in place of none',
  },
  {
    exchange: 'tables/spiderpool-tables GET */customresourcedefinitions/*',
    path: 'body.rows[0].object.metadata.annotations',
    reason: 'definitions are made from what is served, not from the files of the chart',
  },

  // Texts of errors
  ...[
    'attachments/multus-rules *',
    'field-validation/strict PATCH *',
    'patches/json-patch *',
    'patches/merge-patch *',
    'patches/strategic-patch *',
    'patches/patch-custom *fieldValidation=Strict',
    'workload-rules/container-rules *',
  ].flatMap((exchange) => [
    { exchange, path: 'body.message', reason: GO_VALUE },
    { exchange, path: 'body.details.causes*.message', reason: GO_VALUE },
  ]),
  { exchange: 'patches/apply PATCH *', path: 'body.message', reason: PARSER },
  {
    exchange: 'subresources/status-custom PATCH */status',
    path: 'body.*',
    reason: 'the path in the text of an error of a status is told from the root',
  },
  {
    exchange: '*PATCH */configmaps/a',
    path: 'body.details.causes*',
    only: 'real',
    reason: 'the API server validates metadata more than once, and tells the same cause each time',
  },
  {
    exchange: 'crud/secret PUT *',
    path: 'body.*',
    reason: 'the same causes in another order',
  },
  {
    exchange: 'field-validation/strict POST */configmaps?fieldValidation=*',
    path: 'body.message',
    reason: 'duplicate keys of YAML are told by path, not by line',
  },
  {
    exchange: 'field-validation/strict POST */configmaps?fieldValidation=Warn',
    path: 'headers.warning',
    reason: 'duplicate keys of YAML are told by path, not by line',
  },
  {
    exchange: 'field-validation/strict POST */configmaps?fieldValidation=Warn',
    path: 'body.data',
    reason: "Go's decoder merges a map that comes twice; here the last one counts",
  },
  {
    exchange: 'field-validation/wrong-types POST */spiderippools',
    path: 'body.message',
    reason: 'the path of a wrong value inside of metadata is told from the root',
  },
  {
    exchange: 'requests/bodies POST */configmaps',
    path: 'body.message',
    reason: PARSER,
  },

  {
    exchange: 'watches/watch-refused EVENTS of old',
    path: 'events',
    sometimes: true,
    reason: 'a control plane that has just been started still knows its whole past',
  },

  {
    exchange: 'requests/bodies POST */spiderippools',
    path: 'headers.warning',
    only: 'real',
    reason: 'of an object of a version that is not served every field is unknown',
  },

  // Rules
  {
    exchange: 'subresources/status PATCH */deployments/web/status',
    path: '*',
    reason: 'the status of workloads is not validated: its controllers are ours',
  },
];
