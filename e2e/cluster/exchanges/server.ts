import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** An API server that can be spoken to. */
export interface Server {
  /** The answer as it comes in. */
  open(ask: Ask): Promise<IncomingMessage>;
  close(): void;
}

export interface Ask {
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

export interface Credentials {
  authority?: string;
  certificate?: string;
  key?: string;
  token?: string;
}

/** What it says of itself decides the manager of the fields that are written. */
const USER_AGENT = 'exchanges/1';
const TIME_LIMIT = 60_000;

/** @param address `https://127.0.0.1:6443` */
export function connectTo(address: string, credentials: Credentials = {}): Server {
  const secure = address.startsWith('https:');
  const { authority, certificate, key, token } = credentials;
  const agent = secure
    ? new HttpsAgent({
        keepAlive: true,
        ...(authority === undefined ? {} : { ca: authority }),
        ...(certificate === undefined ? {} : { cert: certificate }),
        ...(key === undefined ? {} : { key }),
      })
    : new HttpAgent({ keepAlive: true });
  return {
    open({ method, path, headers, body }) {
      return new Promise((resolve, reject) => {
        const send = secure ? httpsRequest : httpRequest;
        const sent = send(
          new URL(address + path),
          {
            method,
            agent,
            headers: {
              'user-agent': USER_AGENT,
              ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
              ...headers,
              ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
            },
          },
          resolve,
        );
        sent.setTimeout(TIME_LIMIT, () => sent.destroy(new Error(`${method} ${path} took too long`)));
        sent.on('error', reject);
        sent.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}
