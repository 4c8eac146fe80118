import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** Whom this server answers. */
export interface Audience {
  /** The address that it was told to listen on. */
  readonly host: string;
  /** Whether others than this machine may use it (`--allow-remote`). */
  readonly remote: boolean;
}

type Headers = Pick<IncomingHttpHeaders, 'host' | 'origin' | 'sec-fetch-site'>;

/** Whether an address to listen on is of this machine alone. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

/**
 * Whether the `Host` header names this server. A page of elsewhere can have a name of its own resolved to this machine
 * (DNS rebinding), and its requests are then of one origin with itself; its name is what gives it away. An IP address
 * is no name, so that where others than this machine may come, those are taken too.
 */
export function isOwnHost(headers: Headers, audience: Audience): boolean {
  const name = hostnameOf(`http://${headers.host ?? ''}`);
  if (name === undefined) return false;
  if (isLoopback(name)) return true;
  if (!audience.remote) return false;
  return isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0 || name === audience.host.toLowerCase();
}

/**
 * Whether a request comes from the console itself or from no page at all (a command line), and from no other page
 * of this browser: neither one of another site nor one of another port of this machine. Browsers send `Origin` with
 * whatever changes something and with every WebSocket, and `Sec-Fetch-Site` with everything (W3C Fetch Metadata).
 */
export function isOwnPage(headers: Headers): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (headers.origin === undefined) return true;
  const origin = hostOf(headers.origin);
  return origin !== undefined && origin === hostOf(`http://${headers.host ?? ''}`);
}

function hostnameOf(url: string): string | undefined {
  return parse(url)?.hostname;
}

/** Name and port. */
function hostOf(url: string): string | undefined {
  return parse(url)?.host;
}

/** Only what is an origin and nothing more: `http://user@localhost/x` is none. */
function parse(text: string): URL | undefined {
  if (!/^https?:\/\/[^/@?#\\\s]+$/i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.hostname === '' ? undefined : url;
}
