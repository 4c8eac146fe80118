import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/**
 * Whether a request is meant for this machine, and comes from nobody but it. A page of elsewhere that has a name resolved to
 * this machine (DNS rebinding) is given away by its Host header, and one that posts here from elsewhere by its Origin.
 */
export function isLocalRequest({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  if (!LOOPBACK.test(headers.host ?? '')) return false;
  const { origin } = headers;
  return origin === undefined || LOOPBACK.test(origin.replace(/^https?:\/\//, ''));
}

/** Whether an address to listen on is of this machine alone. */
export function isLoopbackAddress(host: string): boolean {
  return LOOPBACK.test(host) || host === '::1';
}
