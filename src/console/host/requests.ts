import type { Host } from '../../host/host.ts';
import type { Session } from './session.ts';

/** Where the console's own server passes requests on to a cluster: `/clusters-api/<cluster>/api/v1/pods`. */
const clustersApi = 'clusters-api';

export function addressOf(base: string, cluster: string, path: string): string {
  return `${base}${clustersApi}/${encodeURIComponent(cluster)}${path}`;
}

/** Sends one request to a cluster as it is, with a token if there is one. */
export function sendTo(
  base: string,
  cluster: string,
  path: string,
  init: RequestInit,
  token: string | undefined,
): Promise<Response> {
  const headers = new Headers(init.headers);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  return fetch(addressOf(base, cluster, path), { ...init, headers });
}

/**
 * The console's `Host.fetch`. A request that the cluster refuses because the token has expired (401) waits until
 * somebody signs in again and is then sent anew: it was not carried out, and what it belongs to is still on the page.
 */
export function createFetch(base: string, session: Session, renewable: boolean): Host['fetch'] {
  return async (cluster, path, init = {}) => {
    for (;;) {
      const token = session.token();
      const response = await sendTo(base, cluster, path, init, token);
      if (response.status !== 401 || !renewable) return response;
      session.expire(token);
      await session.renewed(init.signal ?? undefined);
    }
  };
}
