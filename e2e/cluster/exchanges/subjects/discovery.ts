import { get, request, script } from '../script.ts';
import type { Script } from '../script.ts';

const AGGREGATED = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json';

export const discovery: readonly Script[] = [
  script('versions-served', [
    get('/version'),
    get('/api'),
    get('/apis/apps'),
    get('/apis/batch'),
    get('/apis/spiderpool.spidernet.io'),
    get('/apis/k8s.cni.cncf.io'),
    get('/apis/nothing.example.com'),
    get('/apis/nothing.example.com/v1'),
    get('/apis/apps/v9'),
    get('/api/v9'),
    get('/apis/spiderpool.spidernet.io/v1'),
  ]),
  script('resources-served', [
    get('/api/v1'),
    get('/apis/apps/v1'),
    get('/apis/batch/v1'),
    get('/apis/autoscaling/v2'),
    get('/apis/coordination.k8s.io/v1'),
    get('/apis/discovery.k8s.io/v1'),
    get('/apis/apiextensions.k8s.io/v1'),
    get('/apis/spiderpool.spidernet.io/v2beta1'),
    get('/apis/k8s.cni.cncf.io/v1'),
    get('/apis/authorization.k8s.io/v1'),
    get('/apis/authentication.k8s.io/v1'),
  ]),
  script('all-groups', [
    get('/apis'),
    get('/api', { accept: AGGREGATED }),
    get('/apis', { accept: AGGREGATED }),
    get('/'),
  ]),
  script('health', [
    get('/healthz'),
    get('/livez'),
    get('/readyz'),
    get('/livez/ping'),
    get('/healthz/nothing'),
    request('HEAD', '/version'),
    request('POST', '/version', {}),
    request('DELETE', '/apis'),
    get('/nothing'),
    get('/api/v1/'),
    get('/apis/apps/v1/'),
    get('/version/'),
    request('OPTIONS', '/api/v1/namespaces'),
  ]),
];
