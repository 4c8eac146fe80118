import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ConnectionFailure } from '../problem.ts';
import { type Detail, known } from '../problem-detail.ts';
import { type Entry, isEntry, textOf } from './kubeconfig.ts';
import { tellableLine } from './tellable-line.ts';

/** What an exec plugin gives (`client.authentication.k8s.io`, ExecCredential.status). */
export interface ExecCredential {
  readonly token: string;
  readonly certificate: string;
  readonly key: string;
  /** Milliseconds since 1970; absent where it does not say. */
  readonly expires?: number;
}

/** Some plugins open a browser and wait for their user (milliseconds). */
const patience = 120_000;

/** No credential is longer (characters). */
const outputLimit = 1_000_000;

/**
 * Runs the exec plugin of a user, as client-go does (kubernetes.io/docs/reference/access-authn-authz/authentication,
 * client-go credential plugins). It has no terminal to ask its user in.
 *
 * @param exec `users[].user.exec`.
 * @param cluster `clusters[].cluster`, which the plugin is told of where `provideClusterInfo` asks for it.
 * @throws {ConnectionFailure} when it is not there, fails, or gives nothing of use. What it printed as credentials is
 *   never part of the message.
 */
export async function runExecPlugin(user: string, exec: Entry, cluster: Entry): Promise<ExecCredential> {
  const command = textOf(exec, 'command');
  const fail = (detail: Detail): never => {
    throw new ConnectionFailure({ kind: 'execPlugin', command, user, detail });
  };
  if (command === '') return fail('the kubeconfig names no command');
  if (exec['interactiveMode'] === 'Always') return fail('it wants a terminal (interactiveMode is Always)');
  const ended = await run(command, exec, cluster);
  switch (ended.kind) {
    case 'notFound':
      return fail(notFound(tellableLine(textOf(exec, 'installHint'))));
    case 'notStarted':
      return fail(`it cannot be started (${ended.code})`);
    case 'timeOut':
      return fail(notDone());
    case 'exit': {
      if (ended.code !== 0) return fail(failure(ended.code, tellableLine(ended.stderr)));
      return (
        readCredential(ended.stdout) ??
        fail('what it printed is no ExecCredential with a token or a certificate')
      );
    }
  }
}

function notFound(hint: string): Detail {
  return known('PluginNotFound', ['the command is not found', hint].filter(Boolean).join('; '), { hint });
}

function notDone(): Detail {
  const seconds = String(patience / 1000);
  return known('PluginTimeOut', `it was not done within ${seconds} s`, { seconds });
}

/** @param code `null` where a signal has ended it. */
function failure(code: number | null, said: string): Detail {
  const words = [`it ended with ${code ?? 'a signal'}`, said].filter(Boolean).join(': ');
  if (code === null) return words;
  const values = { code: String(code), said };
  return known(said === '' ? 'PluginEndedMutely' : 'PluginEnded', words, values);
}

type Ended =
  | { readonly kind: 'notFound' }
  | { readonly kind: 'notStarted'; readonly code: string }
  | { readonly kind: 'timeOut' }
  | { readonly kind: 'exit'; readonly code: number | null; readonly stdout: string; readonly stderr: string };

function run(command: string, exec: Entry, cluster: Entry): Promise<Ended> {
  return new Promise((resolve) => {
    const args = Array.isArray(exec['args']) ? exec['args'].map(String) : [];
    const child = spawn(command, args, {
      env: environmentOf(exec, cluster),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const limit = setTimeout(() => {
      child.kill();
      end({ kind: 'timeOut' });
    }, patience);
    const end = (ended: Ended) => {
      clearTimeout(limit);
      resolve(ended);
    };
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (stdout.length < outputLimit) stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-4000);
    });
    child.on('error', ({ code = '' }: NodeJS.ErrnoException) =>
      end(code === 'ENOENT' ? { kind: 'notFound' } : { kind: 'notStarted', code }),
    );
    child.on('close', (code) => end({ kind: 'exit', code, stdout, stderr }));
  });
}

function environmentOf(exec: Entry, cluster: Entry): NodeJS.ProcessEnv {
  const entries: readonly unknown[] = Array.isArray(exec['env']) ? exec['env'] : [];
  const added = entries.filter(isEntry).map((entry) => [textOf(entry, 'name'), textOf(entry, 'value')]);
  return { ...process.env, ...Object.fromEntries(added), KUBERNETES_EXEC_INFO: execInfo(exec, cluster) };
}

function execInfo(exec: Entry, cluster: Entry): string {
  return JSON.stringify({
    apiVersion: textOf(exec, 'apiVersion'),
    kind: 'ExecCredential',
    spec: {
      interactive: false,
      ...(exec['provideClusterInfo'] === true ? { cluster: clusterInfo(cluster) } : {}),
    },
  });
}

const toldOfCluster = [
  'server',
  'tls-server-name',
  'insecure-skip-tls-verify',
  'proxy-url',
  'disable-compression',
];

/** `spec.cluster` of an ExecCredential: a CA that is in a file comes as data. */
function clusterInfo(cluster: Entry): Entry {
  const caFile = textOf(cluster, 'certificate-authority');
  const caData = textOf(cluster, 'certificate-authority-data') || (caFile === '' ? '' : base64Of(caFile));
  return {
    ...Object.fromEntries(Object.entries(cluster).filter(([key]) => toldOfCluster.includes(key))),
    ...(caData === '' ? {} : { 'certificate-authority-data': caData }),
    ...configOf(cluster['extensions']),
  };
}

/** A CA that cannot be read is told where the connection is made. */
function base64Of(file: string): string {
  try {
    return readFileSync(file, 'base64');
  } catch {
    return '';
  }
}

/** The extension that a cluster keeps for exec plugins. */
function configOf(extensions: unknown): object {
  const list: readonly unknown[] = Array.isArray(extensions) ? extensions : [];
  const ours = list.filter(isEntry).find(({ name }) => name === 'client.authentication.k8s.io/exec');
  return ours === undefined ? {} : { config: ours['extension'] };
}

/** `undefined` for what is no ExecCredential, and for one that has neither a token nor a certificate with its key. */
export function readCredential(output: string): ExecCredential | undefined {
  const root = parseJson(output);
  const status = isEntry(root) && root['kind'] === 'ExecCredential' ? root['status'] : undefined;
  if (!isEntry(status)) return undefined;
  const token = textOf(status, 'token').trim();
  const certificate = textOf(status, 'clientCertificateData');
  const key = textOf(status, 'clientKeyData');
  if (token === '' && (certificate === '' || key === '')) return undefined;
  const expires = Date.parse(textOf(status, 'expirationTimestamp'));
  return { token, certificate, key, ...(Number.isNaN(expires) ? {} : { expires }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
