import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** Whom this server answers. */
export interface Audience {
  /** The address that it was told to listen on. */
  readonly host: string;
  /** Whether others than this machine may use it (`--allow-remote`). */
  readonly remote: boolean;
}

type Headers = Pick<IncomingHttpHeaders, 'host' | 'origin' | 'referer' | 'sec-fetch-site' | 'user-agent'>;

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

/** How the console is opened by whoever has asked by another name, as a sentence. */
export function howToOpen({ host, remote }: Audience): string {
  if (!remote) return 'Open it on its own machine, as http://localhost with its port.';
  const named = isIP(host) !== 0 || isLoopback(host) ? '' : ` or as "${host}"`;
  return `Open it by the IP address of its machine${named}, or start it with that name as --host.`;
}

/**
 * Whether a request comes from the console itself or from no page at all (a command line), and from no other page
 * of this browser: neither one of another site nor one of another port of this machine. Browsers send `Origin` with
 * whatever changes something and with every WebSocket, and `Sec-Fetch-Site` with everything (W3C Fetch Metadata), but the latter
 * only to servers that they trust: those of this machine, and not this one under an address that others reach. There a
 * foreign page could still have something loaded, which changes nothing and which it may not read; the referrer tells it apart,
 * which the console's own pages send.
 */
export function isOwnPage(headers: Headers, { remote }: Audience): boolean {
  const own = originOf(`http://${headers.host ?? ''}`);
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (headers.origin !== undefined) return own !== undefined && originOf(headers.origin) === own;
  if (site !== undefined || !remote || !isBrowser(headers)) return true;
  const [, from = ''] = /^(https?:\/\/[^/?#]+)/i.exec(headers.referer ?? '') ?? [];
  return own !== undefined && originOf(from) === own;
}

/** No page can have its browser say otherwise without an `Origin`. */
function isBrowser(headers: Headers): boolean {
  return headers['user-agent']?.startsWith('Mozilla/') ?? false;
}

function hostnameOf(url: string): string | undefined {
  return parse(url)?.hostname;
}

/** Scheme, name and port. */
function originOf(url: string): string | undefined {
  return parse(url)?.origin;
}

/** Only what is an origin and nothing more: `http://user@localhost/x` is none. */
function parse(text: string): URL | undefined {
  if (!/^https?:\/\/[^/@?#\\\s]+$/i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.hostname === '' ? undefined : url;
}
