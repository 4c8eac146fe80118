import { readFileSync } from 'node:fs';
import { type Agent, type OutgoingHttpHeaders, validateHeaderValue } from 'node:http';
import type { RequestOptions } from 'node:https';
import { createSecureContext } from 'node:tls';
import { KubeConfig } from '@kubernetes/client-node';
import { ConnectionFailure } from '../problem.ts';
import { addressOf, type ContextEntries } from './context-entries.ts';
import type { ExecCredential } from './exec-plugin.ts';
import { type Entry, isEntry, textOf } from './kubeconfig.ts';
import { tellableLine } from './tellable-line.ts';

/** All that a request to an API server needs. The agent and the headers carry the credentials: neither is ever printed. */
export interface ClusterAccess {
  readonly server: URL;
  readonly agent: Agent;
  readonly headers: OutgoingHttpHeaders;
}

/** Makes access out of a context; called again and again, because tokens are renewed. */
export interface AccessMaker {
  /** @throws {ConnectionFailure} when a file is not there, or a certificate or key is none. */
  make(credential: ExecCredential | undefined): Promise<ClusterAccess>;
}

/**
 * Client certificates, tokens, passwords, token providers, CAs, server names and proxies as client-node takes them from a
 * kubeconfig. What it leaves out or does in a way of its own is made up for here: token files (read anew each time),
 * exec plugins (exec-plugin.ts), groups to impersonate, CAs of contexts without a user, and plain http.
 */
export function createAccessMaker(entries: ContextEntries, source: string): AccessMaker {
  // One for all its time: it renews the tokens of token providers and remembers them.
  const lasting = kubeConfigOf(entries, undefined);
  return {
    async make(credential) {
      try {
        const kubeConfig = credential === undefined ? lasting : kubeConfigOf(entries, credential);
        const options: RequestOptions = {};
        await kubeConfig.applyToHTTPSOptions(options);
        const { agent, ca, cert, key } = options;
        if (entries.server.protocol === 'https:') createSecureContext(definedOf({ ca, cert, key }));
        if (agent === undefined || typeof agent === 'boolean')
          throw new Error('client-node has made no agent');
        const headers = headersOf(options, entries.user);
        // A token with a line break in it would fail each request in words that nobody understands.
        for (const [name, value] of Object.entries(headers)) validateHeaderValue(name, String(value));
        return { server: entries.server, agent, headers };
      } catch (error) {
        throw new ConnectionFailure({ kind: 'kubeconfig', file: source, detail: detailOf(error, entries) });
      }
    },
  };
}

function kubeConfigOf(entries: ContextEntries, credential: ExecCredential | undefined): KubeConfig {
  const { context, cluster, server, user } = entries;
  // What is done here, client-node need not know of.
  const { exec: _exec, 'token-file': _tokenFile, ...known } = user;
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromString(
    JSON.stringify({
      'current-context': context,
      contexts: [{ name: context, context: { cluster: 'cluster', user: 'user' } }],
      clusters: [
        {
          name: 'cluster',
          cluster: {
            ...cluster,
            server: addressOf(server),
            // It refuses plain http without this, which says nothing where there is no TLS.
            ...(server.protocol === 'http:' ? { 'insecure-skip-tls-verify': true } : {}),
          },
        },
      ],
      users: [{ name: 'user', user: { ...known, ...certificateOf(credential) } }],
    }),
  );
  return kubeConfig;
}

function certificateOf(credential: ExecCredential | undefined): Entry {
  if (credential === undefined) return {};
  const { token, certificate, key } = credential;
  return {
    ...(token === '' ? {} : { token }),
    ...(certificate === '' || key === ''
      ? {}
      : { 'client-certificate-data': base64(certificate), 'client-key-data': base64(key) }),
  };
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

function headersOf(options: RequestOptions, user: Entry): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (typeof value === 'string') headers[name.toLowerCase()] = value.trim();
  }
  const { auth } = options;
  if (typeof auth === 'string') headers['authorization'] = `Basic ${base64(auth)}`;
  const tokenFile = textOf(user, 'token-file');
  if (tokenFile !== '') headers['authorization'] = `Bearer ${readFileSync(tokenFile, 'utf8').trim()}`;
  return { ...headers, ...impersonationOf(user) };
}

/** As whom else to ask (`as-uid`, `as-groups`, `as-user-extra`); client-node knows of `as` alone. */
function impersonationOf(user: Entry): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {};
  const uid = textOf(user, 'as-uid');
  if (uid !== '') headers['impersonate-uid'] = uid;
  const groups = textsOf(user['as-groups']);
  if (groups.length > 0) headers['impersonate-group'] = [...groups];
  const extra = user['as-user-extra'];
  for (const [key, values] of Object.entries(isEntry(extra) ? extra : {})) {
    headers[`impersonate-extra-${encodeURIComponent(key.toLowerCase())}`] = [...textsOf(values)];
  }
  return headers;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** The options that there are: OpenSSL takes an `undefined` for a mistake. */
function definedOf<Options extends object>(options: Options): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Options;
}

/** What a file or a certificate is at fault for. OpenSSL's words never quote a key. */
function detailOf(error: unknown, { context }: ContextEntries): string {
  const { code = '', path, message } = error as NodeJS.ErrnoException;
  if (path !== undefined) return `${path}, which context "${context}" names, cannot be read (${code})`;
  if (code.startsWith('ERR_OSSL') || code.startsWith('ERR_CRYPTO')) {
    return `the certificates and the key of context "${context}" do not do (${message.split('\n')[0]})`;
  }
  // The engine's message quotes what it could not read.
  const what = error instanceof SyntaxError ? 'a token in it is malformed' : tellableLine(message);
  return `the credentials of context "${context}" cannot be made: ${what}`;
}
