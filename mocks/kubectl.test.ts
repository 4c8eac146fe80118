import { execFile, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimulatedCluster } from './cluster.ts';
import type { SimulatedCluster } from './cluster.ts';

const present = spawnSync('kubectl', ['version', '--client']).status === 0;

interface Ran {
  code: number;
  out: string;
  err: string;
}

/** The real kubectl against a simulated cluster of its own. */
describe.skipIf(!present)('kubectl', { timeout: 120_000 }, () => {
  let cluster: SimulatedCluster;
  let server: Server;
  let cache: string;
  let url: string;

  beforeAll(async () => {
    cluster = createSimulatedCluster({ scenario: 'underlay-eth0' });
    server = createServer((request, response) => cluster.handle(request, response));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    cache = mkdtempSync(join(tmpdir(), 'podnic-kubectl-'));
  });
  afterAll(() => {
    cluster.close();
    server.closeAllConnections();
    server.close();
    rmSync(cache, { recursive: true });
  });

  const flags = () => [`--server=${url}`, `--cache-dir=${cache}`, '--kubeconfig=/dev/null'];

  function kubectl(line: string, input = ''): Promise<Ran> {
    return new Promise((resolve) => {
      const child = execFile('kubectl', [...flags(), ...line.split(' ')], (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code ?? 1), out, err });
      });
      child.stdin?.end(input);
    });
  }

  async function ok(line: string, input?: string): Promise<string> {
    const { code, out, err } = await kubectl(line, input);
    expect(code, `kubectl ${line}: ${err}`).toBe(0);
    return out;
  }

  const manifest = (name: string, image: string, replicas: number) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: c, image: ${image} }] }
`;

  it('prints what there is', async () => {
    expect(await ok('get nodes')).toMatch(/^NAME +STATUS +ROLES +AGE +VERSION\n/);
    expect(await ok('get sp')).toMatch(
      /^NAME +VERSION +SUBNET +ALLOCATED-IP-COUNT +TOTAL-IP-COUNT +DEFAULT\n/,
    );
    expect(await ok('api-resources -o name')).toContain('spiderippools.spiderpool.spidernet.io\n');
    expect(await ok('get deploy -A -o wide')).toMatch(/CONTAINERS +IMAGES +SELECTOR/);
    expect(await ok('version')).toContain('Server Version: v1.32.');
    expect(await ok('explain deployment.spec.strategy')).toContain(
      'rollingUpdate\t<RollingUpdateDeployment>',
    );
    expect((await kubectl('get pods --field-selector=spec.nope=1')).err).toContain(
      'field label not supported: spec.nope',
    );
    expect((await kubectl('get pod nobody')).err).toBe(
      'Error from server (NotFound): pods "nobody" not found\n',
    );
  });

  it('applies, rolls out, scales, restarts, describes and deletes', async () => {
    expect(await ok('apply -f -', manifest('web', 'nginx:1.25', 2))).toBe('deployment.apps/web created\n');
    expect(await ok('rollout status deploy/web --timeout=60s')).toContain('successfully rolled out');
    expect(await ok('apply -f -', manifest('web', 'nginx:1.25', 2))).toBe('deployment.apps/web unchanged\n');
    expect(await ok('apply -f -', manifest('web', 'nginx:1.26', 3))).toBe('deployment.apps/web configured\n');
    await ok('rollout status deploy/web --timeout=60s');
    expect(await ok('get deploy web -o yaml')).toMatch(/image: nginx:1.26\n +imagePullPolicy: IfNotPresent/);
    await ok('rollout restart deploy/web');
    await ok('rollout status deploy/web --timeout=60s');
    expect(await ok('rollout history deploy/web')).toMatch(/REVISION[^]*\n3 /);
    await ok('rollout undo deploy/web');
    await ok('scale deploy/web --replicas=1');
    await ok('rollout status deploy/web --timeout=60s');
    expect(
      (await ok('get pods -l app=web -o name')).trim().split('\n').filter(Boolean).length,
    ).toBeGreaterThan(0);
    const described = await ok('describe deploy web');
    expect(described).toContain('RollingUpdateStrategy:  25% max unavailable, 25% max surge');
    expect(described).toContain('ScalingReplicaSet');
    expect(await ok('delete deploy web --cascade=foreground')).toBe('deployment.apps "web" deleted\n');
    expect(await ok('get rs -l app=web')).toBe('');
  });

  it('creates what it makes itself, and asks what it may do', async () => {
    expect(await ok('create deploy x --image=nginx --replicas=0')).toBe('deployment.apps/x created\n');
    expect((await kubectl('create deploy x --image=nginx')).err).toContain(
      'deployments.apps "x" already exists',
    );
    await ok('expose deploy x --port=80 --type=NodePort');
    expect(await ok('get svc x')).toMatch(/x +NodePort +10\.96\.\d+\.\d+ +<none> +80:3\d{4}\/TCP/);
    await ok('create secret generic s --from-literal=k=v');
    expect(await ok('get secret s -o jsonpath={.data.k}')).toBe('dg==');
    await ok('create cronjob cj --image=busybox --schedule=@hourly -- sh -c true');
    expect(await ok('get cj cj -o jsonpath={.spec.jobTemplate.spec.template.spec.restartPolicy}')).toBe(
      'OnFailure',
    );
    expect(await ok('auth can-i create pods')).toBe('yes\n');
    expect(await ok('auth whoami')).toContain('podnic');
    expect(await ok('create deploy y --image=nginx --dry-run=server -o name')).toBe('deployment.apps/y\n');
    expect((await kubectl('get deploy y')).code).toBe(1);
  });

  it('patches in three ways', async () => {
    await ok('create deploy p --image=nginx --replicas=0');
    const env =
      '{"spec":{"template":{"spec":{"containers":[{"name":"nginx","env":[{"name":"A","value":"1"}]}]}}}}';
    await ok(`patch deploy p -p ${env}`);
    await ok('patch deploy p --type=merge -p {"metadata":{"annotations":{"a":"b"}}}');
    await ok('patch deploy p --type=json -p [{"op":"add","path":"/spec/minReadySeconds","value":5}]');
    const read =
      'get deploy p -o jsonpath={.spec.template.spec.containers[0].env[0].name}{.metadata.annotations.a}{.spec.template.spec.containers[0].image}';
    expect(await ok(read)).toBe('Abnginx');
    await ok('set image deploy/p nginx=nginx:2');
    await ok('label deploy p l=m');
    expect(await ok('get deploy -l l=m -o name')).toBe('deployment.apps/p\n');
  });

  it('applies on the server, with its conflicts', async () => {
    const text = manifest('ssa', 'nginx:1', 0);
    expect(await ok('apply --server-side -f -', text)).toBe('deployment.apps/ssa serverside-applied\n');
    await ok('scale deploy/ssa --replicas=1');
    const refused = await kubectl('apply --server-side -f -', text);
    expect(refused.err).toContain(
      'Apply failed with 1 conflict: conflict with "kubectl" with subresource "scale" using apps/v1: .spec.replicas',
    );
    await ok('apply --server-side --force-conflicts -f -', text);
    expect(await ok('get deploy ssa -o jsonpath={.spec.replicas}')).toBe('0');
  });

  it('is told what is wrong in the words of Kubernetes', async () => {
    const wrong = manifest('Bad_Name', 'nginx', -1);
    const { err } = await kubectl('apply -f -', wrong);
    expect(err).toContain('The Deployment "Bad_Name" is invalid:');
    expect(err).toContain(
      '* metadata.name: Invalid value: "Bad_Name": a lowercase RFC 1123 subdomain must consist of',
    );
    expect(err).toContain('* spec.replicas: Invalid value: -1: must be greater than or equal to 0');
    const unknown = await kubectl('apply -f -', manifest('u', 'nginx', 1).replace('replicas', 'replica'));
    expect(unknown.err).toContain('strict decoding error: unknown field "spec.replica"');
  });

  it('watches', async () => {
    await ok('create configmap watched');
    const child = spawn('kubectl', [...flags(), 'get', 'configmaps', '-w', '--output-watch-events']);
    let printed = '';
    const told = (line: RegExp) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (line.test(printed)) resolve();
        };
        child.stdout.on('data', look);
        look();
      });
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
    await told(/^ADDED +watched /m);
    await ok('delete configmap watched');
    await told(/^DELETED +watched /m);
    child.kill();
  });

  it('gives Pods the addresses of a pool that it made', async () => {
    const pool = {
      apiVersion: 'spiderpool.spidernet.io/v2beta1',
      kind: 'SpiderIPPool',
      metadata: { name: 'testingippool' },
      spec: { subnet: '10.6.0.0/16', ips: ['10.6.168.101-10.6.168.110'], gateway: '10.6.0.1' },
    };
    expect(await ok('create -f -', JSON.stringify(pool))).toContain('testingippool created');
    const workload = manifest('workload01', 'busybox', 3).replace(
      'metadata: { labels: { app: workload01 } }',
      `metadata: { labels: { app: workload01 }, annotations: { ipam.spidernet.io/ippool: '{"ipv4": ["testingippool"]}' } }`,
    );
    await ok('apply -f -', workload);
    await ok('rollout status deploy/workload01 --timeout=60s');
    const printed = await ok('get se');
    expect(printed).toMatch(/^NAME +INTERFACE +IPV4POOL +IPV4 +IPV6POOL +IPV6 +NODE\n/);
    expect(printed.match(/workload01-\S+ +eth0 +testingippool +10\.6\.168\.1\d\d\/16/g)).toHaveLength(3);
  });

  it('is stopped at a drained node, and empties namespaces', async () => {
    await ok('create ns gone');
    await ok('create configmap c -n gone');
    await ok('delete ns gone --timeout=60s');
    expect((await kubectl('get ns gone')).code).toBe(1);
    const node = (await ok('get nodes -o jsonpath={.items[-1].metadata.name}')).trim();
    expect(
      await ok(`drain ${node} --ignore-daemonsets --force --delete-emptydir-data --timeout=60s`),
    ).toContain('drained');
    expect(await ok(`get node ${node}`)).toContain('Ready,SchedulingDisabled');
  });
});
