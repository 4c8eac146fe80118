import { get, merge, post, put, remove, request, script, settle } from '../script.ts';
import type { Script } from '../script.ts';
import { configMap, deployment, pod } from './objects.ts';
import { CONFIG_MAPS, DEPLOYMENTS, PODS, REPLICA_SETS } from './paths.ts';

const MAP = `${CONFIG_MAPS}/a`;
const owner = (extra: object = {}) => ({
  ownerReferences: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'a', uid: '{uid}', ...extra }],
});

export const deletion: readonly Script[] = [
  script('finalizers', [
    post(CONFIG_MAPS, configMap('a', { x: 'y' }, { finalizers: ['example.com/hold'] }), {
      save: { uid: 'metadata.uid' },
    }),
    post(CONFIG_MAPS, configMap('b', undefined, { finalizers: ['not-qualified', 'Bad/Name!'] })),
    remove(MAP),
    get(MAP),
    remove(MAP),
    merge(MAP, { data: { x: 'z' } }),
    merge(MAP, { metadata: { finalizers: ['example.com/hold', 'example.com/more'] } }),
    post(CONFIG_MAPS, configMap('a')),
    merge(MAP, { metadata: { finalizers: null } }),
    get(MAP),
  ]),
  script('preconditions', [
    post(CONFIG_MAPS, configMap('a'), { save: { uid: 'metadata.uid', version: 'metadata.resourceVersion' } }),
    remove(MAP, { preconditions: { uid: '00000000-0000-0000-0000-000000000001' } }),
    remove(MAP, { preconditions: { resourceVersion: '1' } }),
    put(MAP, configMap('a', undefined, { uid: '00000000-0000-0000-0000-000000000001' })),
    remove(MAP, {
      kind: 'DeleteOptions',
      apiVersion: 'v1',
      preconditions: { uid: '{uid}', resourceVersion: '{version}' },
    }),
  ]),
  script('propagation-rules', [
    post(CONFIG_MAPS, configMap('a')),
    remove(`${MAP}?propagationPolicy=Sideways`),
    remove(MAP, { propagationPolicy: 'Orphan', orphanDependents: true }),
    remove(MAP, { gracePeriodSeconds: 'soon' }),
    remove(`${MAP}?gracePeriodSeconds=soon`),
    remove(MAP, { nothing: true }),
    remove(`${CONFIG_MAPS}/b`, 'not json'),
    remove(`${CONFIG_MAPS}/b`, []),
    remove(`${CONFIG_MAPS}/b`, { kind: 'ConfigMap', apiVersion: 'v1' }),
  ]),
  script('owners', [
    post(CONFIG_MAPS, configMap('a'), { save: { uid: 'metadata.uid' } }),
    post(CONFIG_MAPS, configMap('child', undefined, owner())),
    post(
      CONFIG_MAPS,
      configMap('stranger', undefined, {
        ownerReferences: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'a' }],
      }),
    ),
    post(
      CONFIG_MAPS,
      configMap('two', undefined, {
        ownerReferences: [
          { apiVersion: 'v1', kind: 'ConfigMap', name: 'a', uid: '{uid}', controller: true },
          { apiVersion: 'v1', kind: 'ConfigMap', name: 'b', uid: 'other', controller: true },
        ],
      }),
    ),
    remove(MAP),
    get(`${CONFIG_MAPS}/child`, { until: { status: 404 } }),
  ]),
  script('foreground', [
    post(CONFIG_MAPS, configMap('a'), { save: { uid: 'metadata.uid' } }),
    post(
      CONFIG_MAPS,
      configMap('child', undefined, {
        ...owner({ blockOwnerDeletion: true }),
        finalizers: ['example.com/hold'],
      }),
    ),
    remove(`${MAP}?propagationPolicy=Foreground`),
    get(`${CONFIG_MAPS}/child`, { until: { at: { 'metadata.deletionTimestamp': true } } }),
    get(MAP),
    merge(`${CONFIG_MAPS}/child`, { metadata: { finalizers: [] } }),
    get(MAP, { until: { status: 404 } }),
    get(`${CONFIG_MAPS}/child`),
  ]),
  script('orphans', [
    post(CONFIG_MAPS, configMap('a'), { save: { uid: 'metadata.uid' } }),
    post(CONFIG_MAPS, configMap('child', undefined, owner())),
    remove(MAP, { propagationPolicy: 'Orphan' }),
    get(MAP, { until: { status: 404 } }),
    get(`${CONFIG_MAPS}/child`, { until: { at: { 'metadata.ownerReferences': null } } }),
  ]),
  script('deployment-cascade', [
    post(DEPLOYMENTS, deployment('web')),
    get(`${REPLICA_SETS}?labelSelector=app%3Dweb`, {
      until: { at: { 'items.0.status.observedGeneration': true } },
    }),
    settle(`${DEPLOYMENTS}/web`),
    remove(`${DEPLOYMENTS}/web`),
    get(`${REPLICA_SETS}?labelSelector=app%3Dweb`, { until: { at: { items: [] } } }),
    post(DEPLOYMENTS, deployment('kept')),
    get(`${REPLICA_SETS}?labelSelector=app%3Dkept`, {
      until: { at: { 'items.0.status.observedGeneration': true } },
    }),
    settle(`${DEPLOYMENTS}/kept`),
    remove(`${DEPLOYMENTS}/kept?propagationPolicy=Orphan`),
    get(`${DEPLOYMENTS}/kept`, { until: { status: 404 } }),
    get(`${REPLICA_SETS}?labelSelector=app%3Dkept`, {
      until: { at: { 'items.0.metadata.ownerReferences': null } },
    }),
  ]),
  script('pod-grace', [
    post(PODS, pod('waiting')),
    remove(`${PODS}/waiting`),
    post(PODS, pod('forced')),
    remove(`${PODS}/forced?gracePeriodSeconds=0`),
    post(PODS, pod('holding', {}, { finalizers: ['example.com/hold'] })),
    remove(`${PODS}/holding`, { gracePeriodSeconds: 5 }),
    get(`${PODS}/holding`),
    merge(`${PODS}/holding`, { metadata: { finalizers: null } }),
    get(`${PODS}/holding`, { until: { status: 404 } }),
    remove(`${PODS}/none`),
    remove(`${PODS}/none?gracePeriodSeconds=-5`),
  ]),
  script('namespaces', [
    post('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: '{ns}-b', finalizers: ['example.com/hold'] },
    }),
    post('/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: '{ns}-b' } }),
    post('/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'Bad.Name' } }),
    get('/api/v1/namespaces/{ns}-b'),
    remove('/api/v1/namespaces/{ns}-b'),
    get('/api/v1/namespaces/{ns}-b', {
      until: {
        at: { 'metadata.deletionTimestamp': true, 'spec.finalizers': null, 'status.conditions': true },
      },
    }),
    post('/api/v1/namespaces/{ns}-b/configmaps', configMap('late')),
    post('/apis/apps/v1/namespaces/{ns}-b/deployments', deployment('late')),
    post('/apis/apps/v1/namespaces/{ns}-none/deployments', deployment('nowhere')),
    get('/api/v1/namespaces/{ns}-none/configmaps'),
    request('DELETE', '/api/v1/namespaces/kube-system'),
    request('DELETE', '/api/v1/namespaces/default'),
    request('DELETE', '/api/v1/namespaces'),
    merge('/api/v1/namespaces/{ns}-b', { metadata: { finalizers: null } }),
    get('/api/v1/namespaces/{ns}-b', { until: { status: 404 } }),
  ]),
];
