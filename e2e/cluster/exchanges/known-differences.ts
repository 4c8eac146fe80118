import { pathBelow } from './difference-path.ts';
import type { KnownDifference } from './judge.ts';
import { knownManagers } from './known-managers.ts';
import { knownTexts } from './known-texts.ts';

const NOT_SERVED = 'not served here (What it does not do)';

/** Resources of groups that are served, group by group; a subresource is told as part of its resource as well. */
const RESOURCES: Readonly<Record<string, readonly string[]>> = {
  '': [
    'bindings',
    'componentstatuses',
    'limitranges',
    'persistentvolumes',
    'podtemplates',
    'replicationcontrollers',
    'resourcequotas',
  ],
  'authentication.k8s.io': ['tokenreviews'],
  'authorization.k8s.io': ['localsubjectaccessreviews', 'subjectaccessreviews'],
};
const SUBRESOURCES = [
  'namespaces/finalize',
  'nodes/proxy',
  'persistentvolumes/status',
  'pods/attach',
  'pods/ephemeralcontainers',
  'pods/portforward',
  'pods/proxy',
  'replicationcontrollers/scale',
  'replicationcontrollers/status',
  'resourcequotas/status',
  'serviceaccounts/token',
  'services/proxy',
];
const GROUPS = [
  'admissionregistration.k8s.io',
  'apiregistration.k8s.io',
  'certificates.k8s.io',
  'crd.projectcalico.org',
  'events.k8s.io',
  'flowcontrol.apiserver.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
];
/** Of the paths that `/` lists. */
const PATHS = [
  '/.well-known/*',
  '/api/v1',
  '/apis/*',
  '/healthz/*',
  '/livez/*',
  '/metrics',
  '/metrics/*',
  '/openapi/v3/',
  '/openid/*',
  '/readyz/*',
];

const notServed = (exchange: string, ...path: string[]): KnownDifference => ({
  exchange,
  path: path.reduce(pathBelow),
  only: 'real',
  reason: NOT_SERVED,
});

const discovery: readonly KnownDifference[] = [
  {
    exchange: 'discovery/* GET **',
    path: 'body.resources.*.storageVersionHash',
    only: 'real',
    reason: 'there is no storage that could have another version',
  },
  ...Object.entries(RESOURCES).flatMap(([group, resources]) =>
    resources.flatMap((resource) => [
      notServed(
        `discovery/* GET ${group === '' ? '/api' : `/apis/${group}`}/v1**`,
        'body',
        'resources',
        resource,
      ),
      notServed(
        'discovery/all-groups GET /api**',
        'body',
        'items',
        group,
        'versions',
        'v1',
        'resources',
        resource,
      ),
    ]),
  ),
  ...SUBRESOURCES.map((name) => notServed('discovery/* GET /api/v1**', 'body', 'resources', name)),
  ...SUBRESOURCES.map((name) => name.split('/')).flatMap(([resource = '', name = '']) => {
    if (RESOURCES['']?.includes(resource) === true) return [];
    const parts = ['body', 'items', '', 'versions', 'v1', 'resources', resource, 'subresources'];
    // The only one of its resource.
    const all = resource === 'serviceaccounts' ? parts : [...parts, name];
    return [notServed('discovery/all-groups GET /api as APIGroupDiscoveryList', ...all)];
  }),
  ...GROUPS.flatMap((group) => [
    notServed('discovery/* * /apis', 'body', 'groups', group),
    notServed('discovery/all-groups GET /apis as APIGroupDiscoveryList', 'body', 'items', group),
  ]),
  {
    ...notServed('discovery/* * /apis', 'body', 'groups', 'autoscaling'),
    path: 'body.groups.autoscaling.versions[1]',
  },
  notServed('discovery/all-groups GET /apis as *', 'body', 'items', 'autoscaling', 'versions', 'v1'),
  ...PATHS.map((path) => notServed('discovery/all-groups GET /', 'body', 'paths', path)),
  {
    exchange: 'discovery/versions-served GET /api',
    path: 'body.serverAddressByClientCIDRs[0]',
    only: 'real',
    reason: 'nobody advertises an address',
  },
  ...['gitVersion', 'gitCommit', 'gitTreeState', 'goVersion', 'compiler', 'platform'].map((name) => ({
    exchange: 'discovery/* GET /version**',
    path: `body.${name}`,
    reason: 'it says what it is: a simulation of Kubernetes 1.32',
  })),
];

const access: readonly KnownDifference[] = [
  ...['username', 'groups[0]', 'extra'].map((name) => ({
    exchange: 'access/access POST **/selfsubjectreviews',
    path: `body.status.userInfo.${name}`,
    reason: 'another user, who came without a certificate',
  })),
  ...['resourceRules', 'nonResourceRules'].map((name) => ({
    exchange: 'access/access POST **/selfsubjectrulesreviews',
    path: `body.status.${name}.**`,
    reason: 'there is no RBAC, and so no rules of roles',
  })),
];

const tables: readonly KnownDifference[] = [
  {
    exchange: '**',
    path: '**.columnDefinitions[*].description',
    reason: 'columns are described by their names; kubectl shows descriptions nowhere',
  },
  ...['labels["beta.kubernetes.io/*"]', 'annotations["node.alpha.kubernetes.io/ttl"]'].map((name) => ({
    exchange: 'tables/core-tables GET **/nodes**',
    path: `body.rows[*].object.metadata.${name}`,
    only: 'real' as const,
    reason: 'the controllers that add the old labels of nodes and their TTL do not run here',
  })),
  {
    exchange: 'tables/workload-tables GET **/daemonsets as Table',
    path: 'body.rows[0].object.metadata.annotations',
    only: 'simulated',
    reason: 'a real table is printed from the internal form, which has this annotation as a field',
  },
  {
    exchange: 'tables/workload-tables GET **/controllerrevisions as Table',
    path: 'body.rows[1].object.metadata.annotations',
    only: 'simulated',
    reason: 'an empty map in place of none',
  },
  {
    exchange: 'tables/spiderpool-tables GET **/customresourcedefinitions/* as Table',
    path: 'body.rows[0].object.metadata.annotations',
    only: 'real',
    reason: 'definitions are made from what is served, not from the files of the chart',
  },
];

const rules: readonly KnownDifference[] = [
  {
    exchange: 'field-validation/strict POST **/configmaps?fieldValidation=Warn',
    path: 'body.data.a',
    only: 'real',
    reason: "Go's decoder merges a map that comes twice; here the last one counts",
  },
  {
    exchange: 'requests/bodies POST **/spiderippools',
    path: 'headers.warning',
    only: 'real',
    reason: 'of an object of a version that is not served every field is unknown',
  },
  {
    exchange: 'watches/watch-refused EVENTS of old',
    path: 'events[0]',
    only: 'simulated',
    sometimes: true,
    reason: 'a control plane that has just been started still knows its whole past',
  },
];

/** What differs between the real control plane and the simulated one, and why it may. mocks/README.md has the reasons as a table. */
export const knownDifferences: readonly KnownDifference[] = [
  ...knownManagers,
  ...discovery,
  ...access,
  ...tables,
  ...knownTexts,
  ...rules,
];
