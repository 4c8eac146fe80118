/** A value that the page may change: the plugin reads it and is told. */
function source(first) {
  let value = first;
  const listeners = new Set();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      for (const tell of listeners) tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * A complete host: one that keeps everything in memory.
 * @param cluster the name of the one cluster that it has
 */
export function createHost(cluster, language, mode) {
  const place = source(`/clusters/${cluster}/deployments`);
  const kept = new Map();
  return {
    clusters: source([{ name: cluster, title: cluster }]),
    fetch(name, path, init = {}) {
      const headers = new Headers(init.headers);
      headers.set('authorization', 'Bearer a-token-of-the-page');
      return fetch(`/clusters-api/${name}${path}`, { ...init, headers });
    },
    // This page comes over HTTP/1.1, with room for six connections: watches go through sockets.
    socket: (name, path) => ({
      url: `ws://${location.host}/clusters-api/${name}${path}`,
      protocols: [
        `base64url.bearer.authorization.k8s.io.${btoa('a-token-of-the-page').replaceAll('=', '')}`,
        'base64.binary.k8s.io',
      ],
    }),
    nav: { ...place, push: (to) => place.set(to), replace: (to) => place.set(to), href: (to) => `#${to}` },
    locale: source(language),
    theme: source(mode),
    notify: () => {},
    storage: {
      get: (key) => kept.get(key),
      set: (key, value) => kept.set(key, value),
      remove: (key) => kept.delete(key),
    },
  };
}
