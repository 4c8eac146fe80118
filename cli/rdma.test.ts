import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './test-workbench.ts';

let bench: Workbench;

beforeAll(async () => {
  bench = await openWorkbench('rdma');
  for (const [name, attachment, limits] of [
    ['without', 'macvlan-rdma', {}],
    ['with', 'macvlan-rdma', { 'spidernet.io/rdma_shared': '1' }],
    ['plain', 'macvlan-plain', {}],
    ['nowhere', 'macvlan-rdma-gone', { 'spidernet.io/rdma_gone': '1' }],
  ] as const) {
    writeFileSync(join(bench.folder, `${name}.json`), manifest(attachment, limits));
  }
});
afterEach(() => {
  bench.cluster.refuse = () => undefined;
});
afterAll(() => bench.close());

function manifest(attachment: string, limits: Readonly<Record<string, string>>): string {
  const annotations = { 'k8s.v1.cni.cncf.io/networks': `kube-system/${attachment}` };
  const containers = [{ name: 'c', image: 'nginx:1.27', resources: { limits } }];
  return JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'default' },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' }, annotations }, spec: { containers } },
    },
  });
}

const codes = async (file: string) => {
  const told = await bench.told([
    'check',
    join(bench.folder, `${file}.json`),
    '--cluster',
    bench.cluster.url,
  ]);
  return told.objects.flatMap(({ findings }) => findings.map(({ code }) => code));
};

describe('an attachment with RDMA devices behind it', () => {
  it.each([
    ['without', ['devices.rdmaMissing']],
    ['with', []],
    ['plain', []],
    ['nowhere', ['devices.noNode']],
  ])('%s its resource', async (file, found) => {
    expect(await codes(file)).toEqual(found);
  });

  it.each([403, 404, 500])('is not known to be one where SpiderMultusConfigs answer %i', async (status) => {
    bench.cluster.refuse = (path) => (path.includes('/spidermultusconfigs') ? status : undefined);
    expect(await codes('without')).toEqual([]);
    const { out } = await bench.podnic([
      'check',
      join(bench.folder, 'without.json'),
      '--cluster',
      bench.cluster.url,
    ]);
    expect(out).toContain('Multus configs: ');
  });
});
