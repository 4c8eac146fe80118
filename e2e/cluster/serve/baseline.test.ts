import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSimulatedCluster } from '../../../mocks/cluster.ts';
import { scenarios } from '../../../mocks/scenarios/scenarios.ts';
import { createApiClient } from '../api/api-client.ts';
import type { ApiClient } from '../api/api-client.ts';
import { takeBaseline } from './baseline.ts';

const deployments = '/apis/apps/v1/namespaces/default/deployments';
let client: ApiClient;
let close: () => void;

beforeEach(async () => {
  const cluster = createSimulatedCluster({ scenario: scenarios.demo });
  const server = createServer((request, response) => cluster.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  client = createApiClient({ server: `http://127.0.0.1:${port}`, userAgent: 'test/1' });
  close = () => {
    client.close();
    cluster.close();
    server.close();
    server.closeAllConnections();
  };
});

afterEach(() => close());

const labels = { app: 'web' };
const web = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    replicas: 2,
    selector: { matchLabels: labels },
    template: {
      metadata: {
        labels,
        annotations: {
          'k8s.v1.cni.cncf.io/networks': 'kube-system/macvlan-ens192',
          'ipam.spidernet.io/subnets': '[{"interface":"net1","ipv4":["subnet-6"]}]',
        },
      },
      spec: { containers: [{ name: 'main', image: 'nginx' }] },
    },
  },
};

const namesIn = async (path: string) => {
  const { items } = (await client.get(path)) as { items: { metadata: { name: string } }[] };
  return items.map(({ metadata }) => metadata.name);
};

it('removes a workload with its Pods, pools, addresses and Events', async () => {
  const pools = '/apis/spiderpool.spidernet.io/v2beta1/spiderippools';
  const [before, endpoints] = await Promise.all([
    namesIn(pools),
    namesIn('/apis/spiderpool.spidernet.io/v2beta1/spiderendpoints'),
  ]);
  const baseline = await takeBaseline(client);
  await client.post(deployments, web);
  await expect.poll(() => namesIn(pools), { timeout: 20_000 }).not.toEqual(before);
  await expect
    .poll(async () => (await namesIn('/api/v1/namespaces/default/pods')).join(' '), { timeout: 20_000 })
    .toContain('web-');
  expect(await baseline.restore()).toBe(true);
  expect(await namesIn(deployments)).not.toContain('web');
  expect(await namesIn(pools)).toEqual(before);
  expect(await namesIn('/apis/spiderpool.spidernet.io/v2beta1/spiderendpoints')).toEqual(endpoints);
  expect(await namesIn('/api/v1/namespaces/default/events')).toEqual([]);
}, 60_000);

it('removes a pool of a subnet that stays', async () => {
  const pools = '/apis/spiderpool.spidernet.io/v2beta1/spiderippools';
  const before = await namesIn(pools);
  const baseline = await takeBaseline(client);
  const made = (await client.post(pools, {
    apiVersion: 'spiderpool.spidernet.io/v2beta1',
    kind: 'SpiderIPPool',
    metadata: { name: 'made' },
    spec: { subnet: '10.6.0.0/16', ips: ['10.6.168.250'] },
  })) as { metadata: { ownerReferences: { name: string }[] } };
  expect(made.metadata.ownerReferences).toMatchObject([{ name: 'subnet-6' }]);
  expect(await baseline.restore()).toBe(true);
  expect(await namesIn(pools)).toEqual(before);
}, 60_000);

it('gives up a cluster in which what was there has been changed or removed', async () => {
  const baseline = await takeBaseline(client);
  expect(await baseline.restore()).toBe(true);
  const [name] = await namesIn(deployments);
  await client.patch(`${deployments}/${name}`, 'merge', { metadata: { labels: { team: 'b' } } });
  expect(await baseline.restore()).toBe(false);
  const changed = await takeBaseline(client);
  await client.delete(`${deployments}/${name}`);
  expect(await changed.restore()).toBe(false);
}, 60_000);
