import { Agent, request as requestPlain } from 'node:http';
import { Agent as SecureAgent, request as requestSecure } from 'node:https';
import { isIP, type Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { SocksClient } from 'socks';
import { credentialsOf, plainHost, proxyName } from './proxy-address.ts';

/** How long a proxy may take (milliseconds): less than a server may (send-request.ts), so that the sentence names the proxy. */
const tunnelLimit = 8_000;

/** An agent whose connections lead through a proxy: by `CONNECT` (RFC 9110 9.3.6) or SOCKS 5 (RFC 1928). */
export function createTunnelAgent(
  proxy: URL,
  secure: ConnectionOptions | undefined,
  limit = tunnelLimit,
): Agent {
  const agent = secure === undefined ? new Agent() : new SecureAgent(secure);
  const overTls = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const target = { host: options.host ?? '', port: Number(options.port) };
    openTunnel(proxy, target, limit).then(
      (socket) => {
        const stream = secure === undefined ? socket : overTls({ ...options, socket } as typeof options);
        callback?.(null, stream ?? socket);
      },
      // Where there is an error no stream is looked at.
      (error: unknown) => callback?.(error as Error, undefined as never),
    );
    return undefined;
  };
  return agent;
}

interface Target {
  /** An address of IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
}

/**
 * @throws {Error} whose message is what is wrong with the proxy. It has no code: one would be taken for that of the server.
 */
async function openTunnel(proxy: URL, target: Target, limit: number): Promise<Socket> {
  const credentials = credentialsOf(proxy) ?? { user: '', password: '' };
  const open = proxy.protocol === 'socks5:' ? openSocks : openConnect;
  try {
    return await open(proxy, target, limit, credentials);
  } catch (error) {
    const said = error instanceof Refusal ? ` ${error.message}` : `: ${messageOf(error)}`;
    throw new Error(`the proxy ${proxyName(proxy)}${said}`, { cause: error });
  }
}

type Credentials = NonNullable<ReturnType<typeof credentialsOf>>;

/** What goes behind the proxy's name without a colon. */
class Refusal extends Error {}

async function openSocks(
  proxy: URL,
  target: Target,
  limit: number,
  { user, password }: Credentials,
): Promise<Socket> {
  const { socket } = await SocksClient.createConnection({
    command: 'connect',
    // The name is looked up behind the proxy, as with kubectl: perhaps it is known only there.
    destination: target,
    proxy: {
      host: plainHost(proxy),
      port: Number(proxy.port || 1080),
      type: 5,
      ...(user === '' ? {} : { userId: user, password }),
    },
    timeout: limit,
  });
  return socket;
}

function openConnect(proxy: URL, target: Target, limit: number, credentials: Credentials): Promise<Socket> {
  const { user, password } = credentials;
  const host = plainHost(proxy);
  const path = `${isIP(target.host) === 6 ? `[${target.host}]` : target.host}:${target.port}`;
  const known = user !== '' || password !== '';
  const authorization = `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
  const send = proxy.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const sent = send({
      method: 'CONNECT',
      host,
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      path,
      agent: false,
      headers: { host: path, ...(known ? { 'proxy-authorization': authorization } : {}) },
      ...(isIP(host) === 0 ? { servername: host } : {}),
    });
    const timer = setTimeout(() => {
      sent.destroy(new Refusal(`does not answer within ${limit / 1000} s`));
    }, limit);
    sent.on('close', () => clearTimeout(timer));
    sent.on('error', reject);
    sent.on('connect', ({ statusCode }, socket, head) => {
      clearTimeout(timer);
      if (statusCode === 200) {
        if (head.length > 0) socket.unshift(head);
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(refusalOf(statusCode, known));
    });
    sent.end();
  });
}

function refusalOf(code: number | undefined, known: boolean): Refusal {
  if (code !== 407) return new Refusal(`does not lead there (it answers ${code})`);
  return new Refusal(
    known
      ? 'does not accept the user name and password of its address (407)'
      : 'wants a user name and a password in its address (407)',
  );
}

/** A connection that was tried at several addresses fails with all of their errors. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
