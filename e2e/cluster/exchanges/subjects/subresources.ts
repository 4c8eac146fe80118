import {
  apply,
  get,
  jsonPatch,
  merge,
  post,
  put,
  remove,
  request,
  script,
  settle,
  strategic,
  table,
} from '../script.ts';
import type { Script } from '../script.ts';
import { configMap, deployment, pod, pool } from './objects.ts';
import { CONFIG_MAPS, DEPLOYMENTS, PODS, POOLS } from './paths.ts';

const WEB = `${DEPLOYMENTS}/web`;
const scale = (replicas: unknown, meta: object = {}) => ({
  apiVersion: 'autoscaling/v1',
  kind: 'Scale',
  metadata: { name: 'web', ...meta },
  spec: { replicas },
});
const eviction = (name: string, rest: object = {}) => ({
  apiVersion: 'policy/v1',
  kind: 'Eviction',
  metadata: { name },
  ...rest,
});

export const subresources: readonly Script[] = [
  script('scale', [
    post(
      DEPLOYMENTS,
      deployment('web', {
        paused: true,
        template: {
          metadata: { labels: { app: 'web' } },
          spec: { nodeSelector: { none: 'such' }, containers: [{ name: 'web', image: 'nginx' }] },
        },
      }),
    ),
    settle(WEB),
    get(WEB),
    get(`${WEB}/scale`),
    put(`${WEB}/scale`, scale(0)),
    get(WEB),
    put(`${WEB}/scale`, scale(-1)),
    put(`${WEB}/scale`, scale('two')),
    put(`${WEB}/scale`, scale(1, { resourceVersion: '1' })),
    put(`${WEB}/scale`, scale(1, { name: 'other' })),
    put(`${WEB}/scale?dryRun=All`, scale(3)),
    merge(`${WEB}/scale?dryRun=All`, { spec: { replicas: 2 } }),
    jsonPatch(`${WEB}/scale?dryRun=All`, [{ op: 'replace', path: '/spec/replicas', value: 4 }]),
    strategic(`${WEB}/scale?dryRun=All`, { spec: { replicas: 5 } }),
    get(`${DEPLOYMENTS}/none/scale`),
    put(`${DEPLOYMENTS}/none/scale`, scale(1, { name: 'none' })),
    get(`${CONFIG_MAPS}/none/scale`),
    remove(`${WEB}/scale`),
    post(`${WEB}/scale`, scale(1)),
  ]),
  script('status', [
    post(DEPLOYMENTS, { ...deployment('web', { paused: true }), status: { replicas: 9 } }),
    settle(WEB),
    get(`${WEB}/status`),
    merge(`${WEB}/status?dryRun=All`, { status: { replicas: 2 }, spec: { replicas: 3 } }),
    merge(`${WEB}/status`, { status: { replicas: -2 } }),
    merge(`${WEB}?dryRun=All`, { status: { replicas: 2 } }),
    get(`${CONFIG_MAPS}/none/status`),
    merge(`${CONFIG_MAPS}/none/status`, {}),
    remove(`${WEB}/status`),
    post(PODS, { ...pod('web'), status: { phase: 'Running' } }),
    strategic(`${PODS}/web/status`, {
      status: { conditions: [{ type: 'Ready', status: 'True' }], phase: 'Running', podIP: '10.1.2.3' },
    }),
    strategic(`${PODS}/web/status`, {
      status: { conditions: [{ type: 'ContainersReady', status: 'True' }] },
    }),
    table(`${PODS}/web`),
    put(`${PODS}/web/status`, { ...pod('web'), status: { phase: 'Running' } }),
    apply(`${PODS}/web/status?fieldManager=me`, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web' },
      status: { message: 'said' },
    }),
  ]),
  script('status-custom', [
    post(POOLS, {
      ...pool('{ns}', { subnet: '10.45.1.0/24', ips: ['10.45.1.5'] }),
      status: { totalIPCount: 77 },
    }),
    get(`${POOLS}/{ns}/status`, { until: { at: { 'status.totalIPCount': 1 } } }),
    merge(`${POOLS}/{ns}/status?dryRun=All`, { status: { allocatedIPCount: 4 }, spec: { disable: true } }),
    merge(`${POOLS}/{ns}/status`, { status: { allocatedIPCount: -4 } }),
    merge(`${POOLS}/{ns}?dryRun=All`, { status: { allocatedIPCount: 4 } }),
    get(`${POOLS}/{ns}/scale`),
  ]),
  script('eviction', [
    post(PODS, pod('web')),
    post(`${PODS}/web/eviction?dryRun=All`, eviction('web')),
    post(`${PODS}/web/eviction`, eviction('other')),
    post(`${PODS}/none/eviction`, eviction('none')),
    post(`${PODS}/web/eviction`, eviction('web', { deleteOptions: { preconditions: { uid: 'other' } } })),
    get(`${PODS}/web/eviction`),
    post(`${PODS}/web/eviction`, eviction('web')),
    get(`${PODS}/web`, { until: { status: 404 } }),
  ]),
  script('binding', [
    post(PODS, pod('web')),
    post(`${PODS}/web/binding?dryRun=All`, {
      apiVersion: 'v1',
      kind: 'Binding',
      metadata: { name: 'web' },
      target: { kind: 'Node', name: 'worker-a-1' },
    }),
    post(`${PODS}/web/binding`, {
      apiVersion: 'v1',
      kind: 'Binding',
      metadata: { name: 'web' },
      target: { kind: 'Service', name: 'x' },
    }),
    post(`${PODS}/web/binding`, {
      apiVersion: 'v1',
      kind: 'Binding',
      metadata: { name: 'web' },
      target: { name: '' },
    }),
    post(`${PODS}/none/binding`, {
      apiVersion: 'v1',
      kind: 'Binding',
      metadata: { name: 'none' },
      target: { kind: 'Node', name: 'worker-a-1' },
    }),
    get(`${PODS}/web/log`),
    get(`${PODS}/none/log`),
    get(`${PODS}/web/nothing`),
    request('POST', `${PODS}/web`, {}),
    post(CONFIG_MAPS, configMap('a')),
    post(`${CONFIG_MAPS}/a/binding`, {}),
  ]),
];
