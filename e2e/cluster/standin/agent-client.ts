import { request } from 'node:http';

/** What the agent is asked for one NIC (`IpamAddArgs` of Spiderpool's agent API). */
interface IpamAddArguments extends IpamDeleteArguments {
  defaultIPv4IPPool: readonly string[];
  defaultIPv6IPPool: readonly string[];
  cleanGateway: boolean;
  matchMasterSubnet: boolean;
}

export interface IpamDeleteArguments {
  containerID: string;
  ifName: string;
  netNamespace: string;
  podNamespace: string;
  podName: string;
  podUID: string;
}

/** An address that the agent gave; for all NICs of the Pod when `ippools` lists them. */
interface IpConfig {
  version: 4 | 6;
  /** With prefix length. */
  address: string;
  nic: string;
  ipPool?: string;
  gateway?: string;
  vlan?: number;
}

export interface IpamAddResponse {
  ips?: IpConfig[] | null;
  routes?: { ifName: string; dst: string; gw: string }[] | null;
}

/** The agent's refusal, in its own words. */
export class AgentRefusal extends Error {}
/** The agent does not answer at all. */
export class AgentUnreachable extends Error {}

/** The HTTP API that the agent offers on its unix socket, as Spiderpool's IPAM plugin calls it. */
export interface AgentClient {
  /** @throws AgentUnreachable */
  healthy(signal?: AbortSignal): Promise<void>;
  /** @throws AgentRefusal, AgentUnreachable; the latter when it is aborted as well */
  add(args: IpamAddArguments, signal?: AbortSignal): Promise<IpamAddResponse>;
  /** @throws AgentRefusal, AgentUnreachable */
  remove(args: IpamDeleteArguments): Promise<void>;
}

/** `DefaultCNIClientTimeout` of Spiderpool. */
const TIME_LIMIT = 100_000;

interface CallOptions {
  body?: unknown;
  signal?: AbortSignal | undefined;
}

export function createAgentClient(socketPath: string): AgentClient {
  function call(
    method: string,
    path: string,
    { body, signal }: CallOptions = {},
  ): Promise<{ code: number; text: string }> {
    return new Promise((resolve, reject) => {
      const failed = (why: string) => {
        reject(
          new AgentUnreachable(
            `${title(method)} "http://${encodeURIComponent(socketPath)}/v1${path}": ${why}`,
          ),
        );
      };
      const sentBody = body === undefined ? '' : JSON.stringify(body);
      const sent = request(
        {
          socketPath,
          method,
          path: `/v1${path}`,
          headers: {
            'content-type': 'application/json',
            // node tells no length of the body of a DELETE by itself.
            'content-length': Buffer.byteLength(sentBody),
            accept: 'application/json',
          },
          timeout: TIME_LIMIT,
          ...(signal === undefined ? {} : { signal }),
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', (error) => failed(error.message));
          response.on('end', () => {
            resolve({ code: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') });
          });
        },
      );
      sent.on('timeout', () => sent.destroy(new Error('context deadline exceeded')));
      sent.on('error', (error: NodeJS.ErrnoException) => failed(dialError(socketPath, error)));
      sent.end(sentBody);
    });
  }

  async function demand(method: string, path: string, options: CallOptions): Promise<string> {
    const { code, text } = await call(method, path, options);
    if (code === 200) return text;
    throw new AgentRefusal(errorText(text));
  }

  return {
    async healthy(signal) {
      await call('GET', '/ipam/healthy', { signal });
    },
    async add(args, signal) {
      return JSON.parse(await demand('POST', '/ipam/ip', { body: args, signal })) as IpamAddResponse;
    },
    async remove(args) {
      await demand('DELETE', '/ipam/ip', { body: args });
    },
  };
}

/** An error is a JSON text. */
function errorText(body: string): string {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'string' ? value : body;
  } catch {
    return body;
  }
}

/** As Go says that a socket cannot be reached. */
function dialError(socketPath: string, { code, message }: NodeJS.ErrnoException): string {
  const dial = `dial unix ${socketPath}: connect:`;
  if (code === 'ENOENT') return `${dial} no such file or directory`;
  if (code === 'ECONNREFUSED') return `${dial} connection refused`;
  return message;
}

function title(method: string): string {
  return method.charAt(0) + method.slice(1).toLowerCase();
}
