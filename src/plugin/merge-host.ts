import type { Host } from '../host/host.ts';

/**
 * A host with some of its members replaced. Methods are called on the object that they came from: a host may be an
 * instance of a class.
 */
export function mergeHost(host: Host, changes: Partial<Host>): Host {
  const { fetch = host.fetch.bind(host), notify = host.notify.bind(host) } = boundTo(changes);
  const { socket, link, popupContainer } = { ...boundTo(host), ...boundTo(changes) };
  const cspNonce = changes.cspNonce ?? host.cspNonce;
  return {
    clusters: changes.clusters ?? host.clusters,
    nav: changes.nav ?? host.nav,
    locale: changes.locale ?? host.locale,
    theme: changes.theme ?? host.theme,
    storage: changes.storage ?? host.storage,
    fetch,
    notify,
    ...(socket === undefined ? {} : { socket }),
    ...(link === undefined ? {} : { link }),
    ...(popupContainer === undefined ? {} : { popupContainer }),
    ...(cspNonce === undefined ? {} : { cspNonce }),
  };
}

/** The methods that a host has, and no others. */
function boundTo(
  host: Partial<Host>,
): Partial<Pick<Host, 'fetch' | 'socket' | 'notify' | 'link' | 'popupContainer'>> {
  return {
    ...(host.fetch === undefined ? {} : { fetch: host.fetch.bind(host) }),
    ...(host.socket === undefined ? {} : { socket: host.socket.bind(host) }),
    ...(host.notify === undefined ? {} : { notify: host.notify.bind(host) }),
    ...(host.link === undefined ? {} : { link: host.link.bind(host) }),
    ...(host.popupContainer === undefined ? {} : { popupContainer: host.popupContainer.bind(host) }),
  };
}
