import type { Navigation } from '../../host/host.ts';

/** Navigation over the browser's own history. `base` is where the console is served, with a slash at its end. */
export function createHistoryNavigation(page: Window, base: string): Navigation {
  const root = base.replace(/\/$/, '');
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  page.addEventListener('popstate', tell);
  const href = (to: string) => `${root}${to}`;
  return {
    href,
    get() {
      const { pathname, search } = page.location;
      const path = pathname.startsWith(root) ? pathname.slice(root.length) : pathname;
      return `${path === '' ? '/' : path}${search}`;
    },
    push(to) {
      page.history.pushState(null, '', href(to));
      tell();
    },
    replace(to) {
      page.history.replaceState(null, '', href(to));
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
