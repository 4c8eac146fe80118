import { execFile } from 'node:child_process';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { expect, test, type TestCluster } from './fixtures.ts';
import { takePicture } from './pictures.ts';
import { wordsOf } from './words.ts';

const run = promisify(execFile);

/** What an administrator makes before: the pool that the documentation's workload names. */
const pool = {
  apiVersion: 'spiderpool.spidernet.io/v2beta1',
  kind: 'SpiderIPPool',
  metadata: { name: 'testingippool' },
  spec: { subnet: '10.6.0.0/16', gateway: '10.6.0.1', ips: ['10.6.168.101-10.6.168.110'] },
};

const workload = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'workload01', namespace: 'default' },
  spec: {
    replicas: 3,
    selector: { matchLabels: { app: 'workload01' } },
    template: {
      metadata: {
        labels: { app: 'workload01' },
        annotations: { 'ipam.spidernet.io/ippool': '{"ipv4": ["testingippool"]}' },
      },
      spec: { containers: [{ name: 'main', image: 'busybox', command: ['sleep', '1000000'] }] },
    },
  },
};

/** What kubectl calls SpiderEndpoints, SpiderIPPools and SpiderSubnets for short. */
type ShortName = 'se' | 'sp' | 'ss';

/** One line of `kubectl get se`, by its column. */
type Line = Readonly<Record<string, string>>;

/** A cluster as an administrator reaches it: with kubectl where there is one, else with the requests that kubectl sends. */
interface Administrator {
  apply(manifest: unknown): Promise<void>;
  /** What `kubectl get se` prints, or another of them. */
  get(kind: ShortName): Promise<readonly Line[]>;
}

function withKubectl(server: string): Administrator {
  const kubectl = (args: readonly string[], input?: string) => {
    const child = run('kubectl', ['--server', server, ...args]);
    child.child.stdin?.end(input);
    return child;
  };
  return {
    async apply(manifest) {
      await kubectl(['apply', '-f', '-'], JSON.stringify(manifest));
    },
    async get(kind) {
      const { stdout } = await kubectl(['get', kind]);
      const [header = '', ...lines] = stdout.trimEnd().split('\n');
      const columns = [...header.matchAll(/\S+\s*/g)].map((match) => ({
        name: match[0].trim(),
        from: match.index,
      }));
      return lines.map((line) =>
        Object.fromEntries(
          columns.map(({ name, from }, place) => [name, line.slice(from, columns[place + 1]?.from).trim()]),
        ),
      );
    },
  };
}

/** kubectl sends no token over plain HTTP: this adds one on the way. */
async function withToken(target: string): Promise<{ server: string; close: () => void }> {
  const proxy = createServer((from, to) => {
    const headers = { ...from.headers, authorization: 'Bearer any-token' };
    const onward = request(`${target}${from.url ?? ''}`, { method: from.method, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    from.pipe(onward);
  });
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
  const { port } = proxy.address() as AddressInfo;
  return {
    server: `http://127.0.0.1:${port}`,
    close: () => {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}

const spiderpool = '/apis/spiderpool.spidernet.io/v2beta1';

const listPaths: Readonly<Record<ShortName, string>> = {
  se: `${spiderpool}/namespaces/default/spiderendpoints`,
  sp: `${spiderpool}/spiderippools`,
  ss: `${spiderpool}/spidersubnets`,
};

function withRequests(cluster: TestCluster): Administrator {
  const paths: Readonly<Record<string, string>> = {
    SpiderIPPool: listPaths.sp,
    Deployment: '/apis/apps/v1/namespaces/default/deployments',
  };
  return {
    async apply(manifest) {
      const { kind, metadata } = manifest as typeof pool;
      const answer = await cluster.api(`${paths[kind] ?? ''}/${metadata.name}?fieldManager=kubectl`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/apply-patch+yaml' },
        body: JSON.stringify(manifest),
      });
      expect(answer.status).toBe(201);
    },
    async get(kind) {
      const answer = await cluster.api(listPaths[kind], {
        headers: { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' },
      });
      const { columnDefinitions, rows } = (await answer.json()) as {
        columnDefinitions: { name: string; priority: number }[];
        rows: { cells: (string | number | null)[] }[];
      };
      return rows.map(({ cells }) =>
        Object.fromEntries(
          columnDefinitions.flatMap(({ name, priority }, place) =>
            priority === 0 ? [[name.toUpperCase(), String(cells[place] ?? '')]] : [],
          ),
        ),
      );
    },
  };
}

async function hasKubectl(): Promise<boolean> {
  return run('kubectl', ['version', '--client']).then(
    () => true,
    () => false,
  );
}

test.describe('the workload of the documentation, from outside the console', () => {
  test.use({ scenario: 'underlay-eth0' });

  test('the page says what kubectl says', async ({ page, open, cluster, baseURL }) => {
    const proxy = await withToken(`${baseURL}/clusters-api/${cluster.name}`);
    const administrator = (await hasKubectl()) ? withKubectl(proxy.server) : withRequests(cluster);
    await open('/namespaces/default/deployments/workload01');
    await expect(page.getByText('There is no Deployment workload01 in namespace default')).toBeVisible();

    await administrator.apply(pool);
    await administrator.apply(workload);

    await expect(page.getByRole('heading', { name: 'workload01', exact: true })).toBeVisible();
    const tables = page.getByRole('table');
    await expect(tables).toHaveCount(3);
    const ofWorkload = async () =>
      (await administrator.get('se')).filter((line) => line['NAME']?.startsWith('workload01-'));
    await expect.poll(async () => (await ofWorkload()).length).toBe(3);
    const lines = await ofWorkload();
    expect(Object.keys(lines[0] ?? {})).toEqual([
      'NAME',
      'INTERFACE',
      'IPV4POOL',
      'IPV4',
      'IPV6POOL',
      'IPV6',
      'NODE',
    ]);
    for (const language of ['EN', '中文'] as const) {
      await page.getByText(language, { exact: true }).click();
      await expect(page.getByText(language === 'EN' ? '3 of 3' : '3 / 3').first()).toBeVisible();
      for (const line of lines) {
        const pod = page.getByRole('region', { name: line['NAME'] ?? '' });
        await expect(pod).toContainText(line['NODE'] ?? 'a node');
        const nic = pod.getByRole('row').filter({ hasText: 'eth0' });
        expect(line['INTERFACE']).toBe('eth0');
        expect(line['IPV4POOL']).toBe('testingippool');
        await expect(nic).toContainText('testingippool');
        await expect(nic).toContainText(line['IPV4'] ?? 'an address');
        expect([line['IPV6POOL'], line['IPV6']]).toEqual(['', '']);
      }
    }
    await takePicture(page);

    // The pools and subnets: each line of kubectl is a row, and its counts are those of its page.
    const words = wordsOf('en-US');
    const ofPool = async () =>
      (await administrator.get('sp')).find((line) => line['NAME'] === 'testingippool');
    await expect.poll(async () => (await ofPool())?.['ALLOCATED-IP-COUNT']).toBe('3');
    for (const [kind, place, headings] of [
      ['sp', '/ippools', ['NAME', 'VERSION', 'SUBNET', 'ALLOCATED-IP-COUNT', 'TOTAL-IP-COUNT', 'DEFAULT']],
      ['ss', '/subnets', ['NAME', 'VERSION', 'SUBNET', 'ALLOCATED-IP-COUNT', 'TOTAL-IP-COUNT']],
    ] as const) {
      await open(place);
      const printed = await administrator.get(kind);
      expect(Object.keys(printed[0] ?? {})).toEqual(headings);
      await expect(page.getByRole('row')).toHaveCount(printed.length + 1);
      await takePicture(page);
      for (const line of printed) {
        const name = line['NAME'] ?? '';
        const link = page.getByRole('link', { name, exact: true });
        await expect(page.getByRole('row').filter({ has: link })).toContainText(line['SUBNET'] ?? 'a subnet');
        await link.click();
        await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
        const [total, taken] = [line['TOTAL-IP-COUNT'], line['ALLOCATED-IP-COUNT'] ?? ''].map((count) =>
          Number(count === '' ? 0 : count).toLocaleString('en-US'),
        );
        await expect(page.getByRole('region', { name: words.counts })).toContainText(
          new RegExp(`^\\D*${total}\\D+−${taken}\\D`),
        );
        await page.goBack();
      }
    }
    proxy.close();
  });
});
