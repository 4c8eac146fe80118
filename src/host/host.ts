/**
 * Everything in which consoles differ. The plugin reads and changes nothing of its surroundings but through this.
 * A host gives values that change (language, theme, clusters, place) as a `Source`: read it now, be told when it changes.
 *
 * A complete host, and the plugin in it, on a page without any framework:
 *
 * ```js
 * import { mount } from 'https://console.example/podnic/podnic.js';
 *
 * function source(value) {
 *   const listeners = new Set();
 *   return {
 *     get: () => value,
 *     set(next) { value = next; listeners.forEach((tell) => tell()); },
 *     subscribe(tell) { listeners.add(tell); return () => listeners.delete(tell); },
 *   };
 * }
 *
 * const place = source('/clusters/demo/deployments');
 * const theme = source('light');
 * const mounted = mount(document.getElementById('podnic'), {
 *   clusters: source([{ name: 'demo', title: 'Demo' }]),
 *   fetch: (cluster, path, init) => fetch(`/clusters/${cluster}${path}`, init),
 *   nav: {
 *     get: place.get,
 *     subscribe: place.subscribe,
 *     push: place.set,
 *     replace: place.set,
 *     href: (to) => `/console/podnic${to}`,
 *   },
 *   locale: source('zh-CN'),
 *   theme,
 *   notify: (level, message, detail) => myToast(level, message, detail),
 *   link: ({ kind, name }) => (kind === 'Pod' ? `/console/pods/${name}` : undefined),
 *   storage: {
 *     get: (key) => sessionStorage.getItem(key) ?? undefined,
 *     set: (key, value) => sessionStorage.setItem(key, value),
 *     remove: (key) => sessionStorage.removeItem(key),
 *   },
 * });
 *
 * theme.set('dark');
 * mounted.unmount();
 * ```
 */
export interface Host {
  readonly clusters: Source<readonly ClusterInfo[]>;
  /**
   * Sends one request to the Kubernetes API of a cluster. `path` starts with `/api`, `/apis` or `/version`. The host adds the
   * prefix, credentials and anti-forgery headers; it must stream the body and honour `init.signal`.
   */
  fetch(cluster: string, path: string, init?: RequestInit): Promise<Response>;
  /**
   * Where to open a WebSocket for a watch. Where this is absent, gives `undefined`, or the socket does not open, the watch is
   * a streamed answer of `fetch`. Give one where the page comes over HTTP/1.1: a browser holds six connections to a
   * server there, a streamed answer keeps one for itself, and a page follows more lists than that.
   */
  socket?(cluster: string, path: string): SocketAddress | undefined;
  readonly nav: Navigation;
  readonly locale: Source<Locale>;
  readonly theme: Source<ThemeMode>;
  notify(level: 'success' | 'info' | 'warning' | 'error', message: string, detail?: string): void;
  /** Where the host shows an object that the plugin does not show itself; `undefined` where it has no such page. */
  link?(object: ObjectReference): string | undefined;
  /** Small strings kept for this tab: drafts, column choices. Never credentials. */
  readonly storage: KeyValueStorage;
  /** Where popups are put; the plugin's own root when absent. */
  popupContainer?(): HTMLElement;
  readonly cspNonce?: string;
}

/** What `new WebSocket(url, protocols)` takes. Kubernetes takes a Bearer token as one of the protocols. */
export interface SocketAddress {
  readonly url: string;
  readonly protocols: readonly string[];
}

/** The part of a host that reaches clusters. */
export type ClusterAccess = Pick<Host, 'fetch' | 'socket'>;

export interface Source<Value> {
  get(): Value;
  subscribe(listener: () => void): () => void;
}

export type Locale = 'en-US' | 'zh-CN';
export type ThemeMode = 'light' | 'dark';

export interface ClusterInfo {
  /** Name in paths and requests. */
  readonly name: string;
  /** Name on screen. */
  readonly title: string;
  /** One line: what this cluster is. */
  readonly description?: string;
}

export interface Navigation {
  /** Path and search, relative to the plugin's base: `/clusters/demo/deployments?namespace=default`. */
  get(): string;
  push(to: string): void;
  replace(to: string): void;
  subscribe(listener: () => void): () => void;
  /** The address to put into a link's `href` for a place, so that it can be opened in a new tab. */
  href(to: string): string;
}

export interface ObjectReference {
  readonly cluster: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

export interface KeyValueStorage {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
}
