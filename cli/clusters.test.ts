import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { collectionPath, resources } from '../src/cluster/resources.ts';
import { viewParts } from '../src/cluster/view-parts.ts';
import { openWorkbench, type Workbench } from './test-workbench.ts';

const kubectl = spawnSync('kubectl', ['version', '--client']).status === 0;
const openssl = spawnSync('openssl', ['version']).status === 0;

let bench: Workbench;

beforeAll(async () => {
  bench = await openWorkbench('demo');
});
afterEach(() => {
  bench.cluster.refuse = () => undefined;
});
afterAll(() => bench.close());

describe('a cluster', () => {
  it('of an API server, a snapshot of its Lists and one of kubectl give the same', async () => {
    const snapshot = join(bench.folder, 'lists');
    mkdirSync(snapshot);
    const lists = [...Object.values(viewParts).map(({ resource }) => resource), resources.configMaps];
    for (const resource of lists) {
      const answer = await fetch(bench.cluster.url + collectionPath(resource));
      writeFileSync(join(snapshot, `${resource.plural}.json`), await answer.text());
    }
    const manifests = ['sound.yaml', 'wrong.yaml', 'warned.yaml'];
    const server = await bench.told(['check', ...manifests, '--cluster', bench.cluster.url]);
    expect(server.cluster).toMatchObject({ source: 'server', remarks: [] });
    const found = server.objects.flatMap(({ findings }) => findings.map(({ code }) => code));
    expect(found).toEqual(['nic.subnetUnknown', 'manifest.unknownAnnotation']);
    const saved = await bench.told(['check', ...manifests, '--snapshot', snapshot]);
    expect(saved).toEqual({ ...server, cluster: { ...server.cluster, source: 'snapshot' } });
  });

  it.skipIf(!kubectl)('saved by kubectl is known, and what it has nothing of is named', async () => {
    const snapshot = join(bench.folder, 'kubectl');
    mkdirSync(snapshot);
    const kinds = 'namespaces,nodes,net-attach-def,smc,sp,ss,sr,scc,hpa,cm';
    for (const form of ['yaml', 'json']) {
      const flags = [
        `--server=${bench.cluster.url}`,
        '--kubeconfig=/dev/null',
        `--cache-dir=${join(bench.folder, 'cache')}`,
      ];
      const { code, out, err } = await bench.run('kubectl', [...flags, 'get', kinds, '-A', '-o', form], '');
      expect(code, err).toBe(0);
      rmSync(snapshot, { recursive: true });
      mkdirSync(snapshot);
      writeFileSync(join(snapshot, `all.${form}`), out);
      const saved = await bench.told(['check', 'wrong.yaml', '--snapshot', snapshot]);
      const server = await bench.told(['check', 'wrong.yaml', '--cluster', bench.cluster.url]);
      expect(saved).toEqual({
        ...server,
        cluster: {
          ...server.cluster,
          source: 'snapshot',
          // The cluster has none, and kubectl prints nothing of what there is none of.
          known: { ...server.cluster.known, autoscalers: 'unknown' },
          remarks: ['autoscalers: not in the snapshot'],
        },
      });
    }
    writeFileSync(join(snapshot, 'all.json'), '{"apiVersion": "v1", "kind": "List", "items": []}');
    const { out, code } = await bench.podnic(['check', 'wrong.yaml', '--snapshot', snapshot]);
    expect(code).toBe(0);
    expect(out).toContain('nodes: not in the snapshot\n');
    expect(out).toMatch(
      /; unknown: attachments, Multus configs, pools, subnets, reserved IPs, namespaces, nodes, coordinators, autoscalers\n$/,
    );
  });

  it('that is not given is unknown, and the output says so', async () => {
    const { out } = await bench.podnic(['check', 'wrong.yaml']);
    expect(out).toContain('No cluster was given');
    expect(out).toMatch(/\n0 errors, 0 warnings, 0 notes; the cluster is unknown\n$/);
  });

  it.each([
    [403, 'forbidden', 'no permission to list them'],
    [404, 'absent', 'not installed in this cluster'],
    [500, 'unknown', 'could not be read (refused: 500)'],
  ])('that answers %i for one list knows the others', async (status, state, words) => {
    bench.cluster.refuse = (path) => (path.includes('/spidersubnets') ? status : undefined);
    const { cluster: facts, exitCode } = await bench.told([
      'check',
      'wrong.yaml',
      '--cluster',
      bench.cluster.url,
    ]);
    expect(exitCode).toBe(0);
    expect(facts.known).toEqual({
      attachments: 'known',
      multusConfigs: 'known',
      pools: 'known',
      subnets: state,
      reserved: 'known',
      namespaces: 'known',
      nodes: 'known',
      coordinators: 'known',
      autoscalers: 'known',
    });
    expect(facts.remarks).toEqual([`subnets: ${words}`]);
  });

  it.each([
    [403, "Spiderpool's settings (ConfigMap spiderpool-conf): no permission to read them; the defaults"],
    [
      500,
      "Spiderpool's settings (ConfigMap spiderpool-conf): could not be read (refused: 500); the defaults",
    ],
  ])('that answers %i for the settings assumes them, and says why', async (status, words) => {
    bench.cluster.refuse = (path) => (path.includes('/configmaps') ? status : undefined);
    const { cluster: facts } = await bench.told(['check', 'wrong.yaml', '--cluster', bench.cluster.url]);
    expect(facts.settings).toBe('assumed');
    expect(facts.remarks).toEqual([`${words} of its chart are assumed`]);
    const { out } = await bench.podnic([
      'check',
      'wrong.yaml',
      '--cluster',
      bench.cluster.url,
      '--lang',
      'zh',
    ]);
    expect(out).toContain(status === 403 ? '没有读取权限' : '读取失败');
    expect(out).not.toContain('未找到');
  });

  it('that forbids ConfigMaps everywhere, but not where Spiderpool is, tells the settings', async () => {
    bench.cluster.refuse = (path) => (path.startsWith('/api/v1/configmaps') ? 403 : undefined);
    const { cluster: facts } = await bench.told(['check', 'wrong.yaml', '--cluster', bench.cluster.url]);
    expect([facts.settings, facts.remarks]).toEqual(['read', []]);
  });

  it.each([
    [401, /refuses the token \(401\)/],
    [404, /does not answer like a Kubernetes API server/],
    [502, /does not answer like a Kubernetes API server \(refused: 502\)/],
  ])('that answers %i for everything is none', async (status, words) => {
    bench.cluster.refuse = () => status;
    const ran = await bench.podnic(['check', 'sound.yaml', '--cluster', bench.cluster.url]);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(words);
  });

  it('gets the token of the file, else that of the environment', async () => {
    const seen = async (args: readonly string[], env: Readonly<Record<string, string>>) => {
      const before = bench.cluster.authorizations.length;
      await bench.podnic(['check', 'sound.yaml', '--cluster', `${bench.cluster.url}/`, ...args], { env });
      return new Set(bench.cluster.authorizations.slice(before));
    };
    expect(await seen([], {})).toEqual(new Set([undefined]));
    expect(await seen([], { PODNIC_TOKEN: 'xyz' })).toEqual(new Set(['Bearer xyz']));
    expect(await seen(['--token-file', 'token'], { PODNIC_TOKEN: 'xyz' })).toEqual(new Set(['Bearer abc']));
  });
});

describe.skipIf(!openssl)('a server with a certificate of its own', () => {
  it('is trusted by --ca alone', async () => {
    const make = `req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out own.pem -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1`;
    expect(spawnSync('openssl', make.split(' '), { cwd: bench.folder }).status).toBe(0);
    const keys = {
      key: readFileSync(join(bench.folder, 'key.pem')),
      cert: readFileSync(join(bench.folder, 'own.pem')),
    };
    const server = createServer(keys, (_, response) => {
      response.end(JSON.stringify({ kind: 'List', metadata: {}, items: [] }));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const untrusted = await bench.podnic(['check', 'sound.yaml', '--cluster', url]);
    const trusted = await bench.podnic([
      'check',
      'sound.yaml',
      '--cluster',
      url,
      '--ca',
      join(bench.folder, 'own.pem'),
    ]);
    server.closeAllConnections();
    server.close();
    expect(untrusted.code).toBe(2);
    expect(untrusted.err).toMatch(
      /its certificate is not trusted \(.+\)\. Name its authority with --ca FILE\.\n$/,
    );
    expect([trusted.code, trusted.err]).toEqual([1, '']);
    expect(trusted.out).toContain('namespace.unknown');
  });
});
