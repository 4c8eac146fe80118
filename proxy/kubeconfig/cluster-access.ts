import type { Agent, OutgoingHttpHeaders } from 'node:http';
import type { RequestOptions } from 'node:https';
import { type ConnectionOptions, createSecureContext } from 'node:tls';
import { ConnectionFailure } from '../problem.ts';
import type { ContextEntries } from './context-entries.ts';
import type { Credential } from './credential.ts';
import { kubeOptions } from './kube-options.ts';
import type { Entry } from './kubeconfig.ts';
import { tellableLine } from './tellable-line.ts';
import type { TokenSource } from './token-file.ts';
import { createTunnelAgent } from './tunnel-agent.ts';
import { userHeaders } from './user-headers.ts';

/** All that a request to an API server needs. The agent and the headers carry the credentials: neither is ever printed. */
export interface ClusterAccess {
  readonly server: URL;
  readonly agent: Agent;
  readonly headers: OutgoingHttpHeaders;
}

/**
 * Makes access out of a context. Its files are read again each time, because certificates and tokens are renewed.
 *
 * @param source the kubeconfig in words, for messages.
 * @param token of the kubeconfig.
 * @param credential what a plugin or a provider gave; `undefined` for a user without one.
 * @throws {ConnectionFailure} when a file is not there, a certificate or key is none, or a token cannot be sent.
 */
export async function clusterAccess(
  entries: ContextEntries,
  source: string,
  token: TokenSource,
  credential: Credential | undefined,
): Promise<ClusterAccess> {
  const { server, proxy, user } = entries;
  try {
    const known = credential?.token || token.read();
    const options = await kubeOptions(entries, { ...user, ...certificateOf(credential) }, known);
    const secure = server.protocol === 'https:' ? securityOf(options) : undefined;
    const agent = proxy === undefined ? options.agent : createTunnelAgent(proxy, secure);
    if (agent === undefined || typeof agent === 'boolean') throw new Error('there is no agent');
    return { server, agent, headers: userHeaders(user, known, options) };
  } catch (error) {
    const detail = faultOf(error, entries);
    throw new ConnectionFailure({ kind: 'kubeconfig', file: source, detail });
  }
}

/** @throws when OpenSSL does not take a certificate or key: a connection would fail in words of its own. */
function securityOf({ ca, cert, key, servername, rejectUnauthorized }: RequestOptions): ConnectionOptions {
  const secrets = definedOf({ ca, cert, key });
  createSecureContext(secrets);
  return { ...secrets, ...definedOf({ servername, rejectUnauthorized }) };
}

/** The options that there are: OpenSSL takes an `undefined` for a mistake. */
function definedOf<Options extends object>(options: Options): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Options;
}

/** The certificate of a plugin, in the keys of a kubeconfig. */
function certificateOf(credential: Credential | undefined): Entry {
  if (credential === undefined || credential.certificate === '' || credential.key === '') return {};
  return {
    'client-certificate-data': base64(credential.certificate),
    'client-key-data': base64(credential.key),
  };
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

/** What a file or a certificate is at fault for. OpenSSL's words never quote a key. */
function faultOf(error: unknown, { context }: ContextEntries): string {
  const { code = '', path, message } = error as NodeJS.ErrnoException;
  if (path !== undefined) return `${path}, which context "${context}" names, cannot be read (${code})`;
  if (code.startsWith('ERR_OSSL') || code.startsWith('ERR_CRYPTO')) {
    return `the certificates and the key of context "${context}" do not do (${message.split('\n')[0]})`;
  }
  return `the credentials of context "${context}" cannot be made: ${tellableLine(message)}`;
}
