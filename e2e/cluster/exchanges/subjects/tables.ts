import { get, PARTIAL, post, put, request, script, settle, strategic, table, TABLE } from '../script.ts';
import type { Script } from '../script.ts';
import {
  attachment,
  configMap,
  deployment,
  multusConfig,
  pod,
  podTemplate,
  pool,
  reservedIp,
  service,
  subnet,
} from './objects.ts';
import * as paths from './paths.ts';

const NS = '/api/v1/namespaces/{ns}';

export const tables: readonly Script[] = [
  script('core-tables', [
    post(paths.CONFIG_MAPS, configMap('a', { x: 'y' }, { labels: { ours: 'yes' } })),
    table(`${paths.CONFIG_MAPS}?labelSelector=ours`),
    table(`${paths.CONFIG_MAPS}?labelSelector=ours&includeObject=None`),
    table(`${paths.CONFIG_MAPS}?labelSelector=ours&includeObject=Object`),
    table(`${paths.CONFIG_MAPS}?labelSelector=ours&includeObject=All`),
    table(`${paths.CONFIG_MAPS}/a`),
    table(`${paths.CONFIG_MAPS}/none`),
    get(`${paths.CONFIG_MAPS}/a`, { accept: PARTIAL }),
    post(paths.CONFIG_MAPS, configMap('b'), { accept: TABLE }),
    request('DELETE', `${paths.CONFIG_MAPS}/b`, undefined, { accept: TABLE }),
    post(`${NS}/secrets`, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'key' },
      data: { a: 'YQ==' },
    }),
    table(`${NS}/secrets`),
    table(`${NS}/serviceaccounts`),
    table('/api/v1/namespaces?fieldSelector=metadata.name%3D{ns}'),
    table('/api/v1/nodes'),
    table('/api/v1/nodes/worker-a-1'),
    post(`${NS}/persistentvolumeclaims`, {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'disk' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: 'none',
        resources: { requests: { storage: '1Gi' } },
      },
    }),
    table(`${NS}/persistentvolumeclaims`, { until: { at: { 'rows.0.cells.1': 'Pending' } } }),
    post(`${NS}/events`, {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: 'said' },
      involvedObject: { kind: 'Pod', name: 'web', namespace: '{ns}' },
      type: 'Warning',
      reason: 'Said',
      message: 'something',
      count: 3,
      source: { component: 'me', host: 'here' },
      firstTimestamp: '2026-01-01T00:00:00Z',
      lastTimestamp: '2026-01-01T00:10:00Z',
    }),
    table(`${NS}/events?fieldSelector=reason%3DSaid`),
    post(`${NS}/events`, {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: 'elsewhere' },
      involvedObject: { kind: 'Pod', name: 'web', namespace: 'other' },
    }),
  ]),
  script('service-tables', [
    post(paths.SERVICES, service('web')),
    post(
      paths.SERVICES,
      service('node', {
        type: 'NodePort',
        ports: [
          { port: 80, name: 'a' },
          { port: 81, name: 'b', protocol: 'UDP' },
        ],
      }),
    ),
    post(
      paths.SERVICES,
      service('elsewhere', { type: 'ExternalName', externalName: 'example.com', ports: [] }),
    ),
    post(paths.SERVICES, service('headless', { clusterIP: 'None', selector: undefined })),
    post(paths.SERVICES, service('balanced', { type: 'LoadBalancer', externalIPs: ['192.0.2.1'] })),
    table(paths.SERVICES),
    table(`${NS}/endpoints`, { until: { at: { 'rows.2': true } } }),
  ]),
  script('pod-tables', [
    post(paths.PODS, pod('new')),
    post(paths.PODS, pod('placed', {}, { labels: { a: 'b' } })),
    strategic(`${paths.PODS}/placed/status`, {
      status: {
        phase: 'Running',
        podIPs: [{ ip: '10.1.2.3' }],
        podIP: '10.1.2.3',
        containerStatuses: [
          {
            name: 'web',
            image: 'x',
            imageID: '',
            restartCount: 2,
            ready: true,
            state: { running: { startedAt: '2026-01-01T00:00:00Z' } },
            lastState: { terminated: { exitCode: 1, finishedAt: '2026-01-01T00:00:00Z' } },
          },
        ],
      },
    }),
    post(paths.PODS, pod('crashing')),
    strategic(`${paths.PODS}/crashing/status`, {
      status: {
        phase: 'Running',
        containerStatuses: [
          {
            name: 'web',
            image: 'x',
            imageID: '',
            restartCount: 0,
            ready: false,
            state: { waiting: { reason: 'CrashLoopBackOff' } },
          },
        ],
      },
    }),
    post(paths.PODS, pod('creating')),
    strategic(`${paths.PODS}/creating/status`, {
      status: {
        phase: 'Pending',
        conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }],
        containerStatuses: [
          {
            name: 'web',
            image: 'x',
            imageID: '',
            restartCount: 0,
            ready: false,
            state: { waiting: { reason: 'ContainerCreating' } },
          },
        ],
      },
    }),
    post(paths.PODS, pod('done')),
    strategic(`${paths.PODS}/done/status`, {
      status: {
        phase: 'Succeeded',
        containerStatuses: [
          {
            name: 'web',
            image: 'x',
            imageID: '',
            restartCount: 0,
            ready: false,
            state: { terminated: { exitCode: 0, reason: 'Completed' } },
          },
        ],
      },
    }),
    table(paths.PODS),
  ]),
  script('workload-tables', [
    post(paths.DEPLOYMENTS, deployment('web')),
    settle(`${paths.DEPLOYMENTS}/web`),
    table(paths.DEPLOYMENTS),
    get(paths.REPLICA_SETS, { until: { at: { 'items.0.status.observedGeneration': true } } }),
    table(paths.REPLICA_SETS),
    post(paths.STATEFUL_SETS, {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'db' },
      spec: {
        replicas: 0,
        serviceName: 'db',
        selector: { matchLabels: { app: 'db' } },
        template: podTemplate('db'),
      },
    }),
    get(`${paths.STATEFUL_SETS}/db`, { until: { at: { 'status.observedGeneration': 1 } } }),
    table(paths.STATEFUL_SETS),
    post(paths.DAEMON_SETS, {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'agent' },
      spec: {
        selector: { matchLabels: { app: 'agent' } },
        template: podTemplate('agent', { nodeSelector: { none: 'such' } }),
      },
    }),
    get(`${paths.DAEMON_SETS}/agent`, { until: { at: { 'status.observedGeneration': 1 } } }),
    table(paths.DAEMON_SETS),
    post(paths.JOBS, {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'once' },
      spec: { suspend: true, completions: 3, template: podTemplate('once', { restartPolicy: 'Never' }) },
    }),
    get(`${paths.JOBS}/once`, { until: { at: { 'status.conditions': true } } }),
    table(paths.JOBS),
    post(paths.CRON_JOBS, {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'nightly' },
      spec: {
        suspend: true,
        timeZone: 'Etc/UTC',
        schedule: '0 3 * * *',
        jobTemplate: { spec: { template: podTemplate('nightly', { restartPolicy: 'OnFailure' }) } },
      },
    }),
    table(paths.CRON_JOBS),
    post('/apis/autoscaling/v2/namespaces/{ns}/horizontalpodautoscalers', {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web' },
      spec: {
        maxReplicas: 3,
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
        metrics: [
          {
            type: 'Resource',
            resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
          },
        ],
      },
    }),
    table('/apis/autoscaling/v2/namespaces/{ns}/horizontalpodautoscalers'),
    post('/apis/coordination.k8s.io/v1/namespaces/{ns}/leases', {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: { name: 'a' },
      spec: { holderIdentity: 'me' },
    }),
    table('/apis/coordination.k8s.io/v1/namespaces/{ns}/leases'),
    table('/apis/discovery.k8s.io/v1/namespaces/{ns}/endpointslices'),
    table('/apis/apps/v1/namespaces/{ns}/controllerrevisions', { until: { at: { 'rows.0': true } } }),
  ]),
  script('spiderpool-tables', [
    post(paths.SUBNETS, subnet('{ns}', { subnet: '10.46.1.0/24', ips: ['10.46.1.10-10.46.1.19'] })),
    post(
      paths.POOLS,
      pool(
        '{ns}',
        {
          subnet: '10.46.1.0/24',
          ips: ['10.46.1.10-10.46.1.12'],
          nodeName: ['worker-a-1'],
          multusName: ['kube-system/a'],
          podAffinity: { matchLabels: { a: 'b' } },
        },
        { labels: { script: '{ns}' } },
      ),
    ),
    get(`${paths.POOLS}/{ns}`, { until: { at: { 'status.totalIPCount': 3 } } }),
    table(`${paths.POOLS}/{ns}`),
    table(`${paths.POOLS}?labelSelector=script%3D{ns}`),
    get(`${paths.SUBNETS}/{ns}`, {
      until: { at: { 'status.totalIPCount': 10, 'status.allocatedIPCount': 3 } },
    }),
    table(`${paths.SUBNETS}/{ns}`),
    post(paths.RESERVED, reservedIp('{ns}', { ips: ['10.46.1.19'] })),
    table(`${paths.RESERVED}/{ns}`),
    table(`${paths.COORDINATORS}/default`),
    post(paths.MULTUS_CONFIGS, multusConfig('net', { cniType: 'macvlan', macvlan: { master: ['ens192'] } })),
    table(paths.MULTUS_CONFIGS),
    get(`${paths.ATTACHMENTS}/net`, { until: { status: 200 } }),
    table(paths.ATTACHMENTS),
    post(paths.ATTACHMENTS, attachment('plain')),
    table(`${paths.ATTACHMENTS}/plain`),
    post(paths.ENDPOINTS, {
      apiVersion: 'spiderpool.spidernet.io/v2beta1',
      kind: 'SpiderEndpoint',
      metadata: { name: 'web' },
      status: {
        ownerControllerName: 'web',
        ownerControllerType: 'Deployment',
        current: {
          uid: 'x',
          node: 'worker-a-1',
          ips: [{ interface: 'net1', ipv4: '10.46.1.10/24', ipv4Pool: '{ns}', vlan: 0 }],
        },
      },
    }),
    table(paths.ENDPOINTS),
    table('/apis/apiextensions.k8s.io/v1/customresourcedefinitions/spiderippools.spiderpool.spidernet.io'),
    put(`${paths.ENDPOINTS}/web`, {}),
  ]),
];
