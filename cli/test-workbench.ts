import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { ScenarioName } from '../mocks/scenarios/scenario.ts';
import { main } from './main.ts';
import { type ClusterServer, startCluster } from './test-cluster-server.ts';

const command = join(import.meta.dirname, 'podnic.js');

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A simulated cluster, a folder with manifests, and the command. */
export interface Workbench {
  readonly folder: string;
  readonly cluster: ClusterServer;
  /** The command in this process, which starts faster; the names of its files without their folder. */
  podnic(args: readonly string[], more?: More): Promise<Ran>;
  /** What `--json` tells. */
  told(args: readonly string[]): Promise<Told>;
  /** Any program in the folder. */
  run(program: string, args: readonly string[], input?: string): Promise<Ran>;
  /** The command as it is typed. */
  typed(args: readonly string[], input?: string): Promise<Ran>;
  close(): Promise<void>;
}

interface More {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
}

export interface Told {
  readonly exitCode: number;
  readonly problem?: string;
  readonly summary: object;
  readonly cluster: {
    readonly source: string;
    readonly known: Readonly<Record<string, string>>;
    readonly settings: string;
    readonly remarks: readonly string[];
  };
  readonly objects: readonly {
    readonly name: string;
    readonly findings: readonly { readonly code: string }[];
  }[];
}

export function deployment(name: string, subnet: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: default}
spec:
  replicas: 2
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata:
      labels: {app: ${name}}
      annotations:
        k8s.v1.cni.cncf.io/networks: kube-system/macvlan-ens192
        ipam.spidernet.io/subnets: '[{"interface":"net1","ipv4":["${subnet}"]}]'
        ipam.spidernet.io/ippool-ip-number: "+1"
    spec:
      containers:
      - {name: c, image: nginx:1.27}
`;
}

const files = {
  'empty.yaml': '',
  'comment.yaml': '---\n# nothing\n---\n',
  'sound.yaml': deployment('sound', 'subnet-6'),
  'wrong.yaml': deployment('wrong', 'subnet-99'),
  'warned.yaml': deployment('warned', 'subnet-6').replace(
    /( +ipam\.spidernet\.io\/)ippool-ip-number.*\n/,
    '$&$1ipool: x\n',
  ),
  'broken.yaml': 'kind: Deployment\nspec: [\n',
  'config.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
  'tabs.yaml': 'kind: Deployment\n\tspec: 1\n',
  'bomb.yaml': `a: &a [${Array(9).fill('x').join()}]\nb: &b [${Array(9).fill('*a').join()}]\nc: &c [${Array(9).fill('*b').join()}]\nd: [${Array(9).fill('*c').join()}]\n`,
  'escape.yaml': deployment('sound', 'subnet-6').replace('name: sound', 'name: "so\\e[31mund\\u202e"'),
  'binary.yaml': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0xff]),
  token: 'abc\n',
  'ca.pem': 'nothing of the kind\n',
  'deep.yaml': `${'['.repeat(20_000)}\n`,
} as const;

export async function openWorkbench(scenario: ScenarioName): Promise<Workbench> {
  const folder = mkdtempSync(join(tmpdir(), 'podnic-command-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const cluster = await startCluster(scenario);
  const podnic = (args: readonly string[], more: More = {}) => runHere(folder, args, more);
  const run = (program: string, args: readonly string[], input = '') =>
    runThere(folder, program, args, input);
  return {
    folder,
    cluster,
    podnic,
    told: async (args) => JSON.parse((await podnic([...args, '--json'])).out) as Told,
    run,
    typed: (args, input) => run(process.execPath, [command, ...args], input),
    async close() {
      await cluster.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function runHere(
  folder: string,
  args: readonly string[],
  { input = '', env = {}, isTTY = false }: More,
): Promise<Ran> {
  const [stdout, stderr] = [new Kept(isTTY), new Kept(false)];
  const full = args.map((arg) => (Object.hasOwn(files, arg) ? join(folder, arg) : arg));
  const surroundings = {
    env: { LANG: 'en_US.UTF-8', ...env },
    stdin: Readable.from([input]),
    stdout,
    stderr,
  };
  const code = await main(full, '1.2.3', surroundings);
  return {
    code,
    out: stdout.text.replaceAll(`${folder}/`, ''),
    err: stderr.text.replaceAll(`${folder}/`, ''),
  };
}

class Kept extends Writable {
  readonly isTTY: boolean;
  text = '';

  constructor(isTTY: boolean) {
    super({
      write: (chunk, _, done) => {
        this.text += String(chunk);
        done();
      },
    });
    this.isTTY = isTTY;
  }
}

function runThere(folder: string, program: string, args: readonly string[], input: string): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'en_US.UTF-8' };
    const child = execFile(program, args, { cwd: folder, env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), out, err });
    });
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}
