import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { builtInResources } from '../../../mocks/api/resources/built-in.ts';
import type { Faults } from '../../../mocks/api/faults/watch-registry.ts';
import { createSimulatedApi } from '../../../mocks/api/simulated-api.ts';
import { createRealClock } from '../../../mocks/real-clock.ts';
import { namespace, node } from '../../../mocks/scenarios/objects/cluster-objects.ts';
import { podTemplate } from '../../../mocks/scenarios/objects/workload-objects.ts';
import { objectOr } from '../../../mocks/store/json.ts';
import { createMemoryStore } from '../../../mocks/store/memory-store.ts';
import type { MemoryStore } from '../../../mocks/store/memory-store.ts';
import { createApiClient } from '../api/api-client.ts';
import type { ApiClient } from '../api/api-client.ts';
import { fillCluster } from '../seed/scenario.ts';
import { startStandIn } from './stand-in.ts';

const PODS = '/api/v1/namespaces/default/pods';

let store: MemoryStore;
let server: Server;
let client: ApiClient;
let stop: () => void;
let faults: Faults;

/** An API server in which nothing acts but the stand-in. */
beforeEach(async () => {
  const clock = createRealClock();
  store = createMemoryStore({ clock });
  const api = createSimulatedApi({
    store,
    clock,
    resources: [...builtInResources],
    admission: [],
    forbid: [],
    serviceNetwork: { cidrs: ['10.96.0.0/16'] },
  });
  faults = api.faults;
  server = createServer((request, response) => api.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  client = createApiClient({ server: `http://127.0.0.1:${port}`, userAgent: 'kubelet/test' });
  store.create('v1/serviceaccounts', {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'default', namespace: 'default' },
  });
  await fillCluster(client, {
    created: [namespace('default'), node('n1', { zone: 'a', address: '172.16.0.1', interfaces: [] })],
  });
  // Leases are not simulated, so that renewing them is refused.
  stop = await startStandIn({ client, report: () => undefined });
});

afterEach(() => {
  stop();
  client.close();
  server.close();
  server.closeAllConnections();
});

function bound(name: string, image = 'web:1') {
  const { metadata, spec } = podTemplate(name, { image });
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...metadata, name },
    spec: { ...spec, nodeName: 'n1' },
  };
}

async function until(what: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !what(); tries += 1) await delay(25);
  expect(what()).toBe(true);
}

const statusOf = (name: string) => objectOr(store.peek('v1/pods', 'default', name)?.status);
const eventsOf = (name: string) =>
  store
    .peekList('v1/events')
    .filter(({ involvedObject }) => objectOr(involvedObject).name === name)
    .map(({ reason }) => reason);

it('runs the Pods of its nodes, and removes them when they are deleted', async () => {
  await client.post(PODS, bound('web'));
  await until(() => statusOf('web').phase === 'Running');
  expect(statusOf('web')).toMatchObject({ podIP: '10.233.64.1', hostIP: '172.16.0.1' });
  await until(() => eventsOf('web').includes('Started'));
  expect(new Set(eventsOf('web'))).toEqual(new Set(['Created', 'Pulled', 'Pulling', 'Started']));
  await client.delete(`${PODS}/web`);
  await until(() => store.peek('v1/pods', 'default', 'web') === undefined);
});

it('shows what a kubelet shows of a container that cannot start', async () => {
  await client.post(PODS, bound('web', 'web:missing'));
  await until(() => eventsOf('web').includes('Failed'));
  // Events and status are written side by side, and the kubelet says soon that it waits before it tries again.
  await until(() => /ErrImagePull|ImagePullBackOff/.test(JSON.stringify(statusOf('web'))));
});

it.each([
  { what: 'its watches were cut', happens: () => void faults.cutWatches() },
  {
    what: 'the history that it would go on from is gone',
    happens: () => {
      faults.expireHistory();
      faults.cutWatches();
    },
  },
])('goes on after $what', async ({ happens }) => {
  happens();
  await client.post(PODS, bound('web'));
  await until(() => statusOf('web').phase === 'Running');
});
