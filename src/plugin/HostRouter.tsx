import { useMemo, type ReactNode } from 'react';
import { createPath, Router, type Navigator, type To } from 'react-router';
import { useHost, useSource } from '../host/HostContext.tsx';
import type { Navigation } from '../host/host.ts';

/** Routes and links over the host's own navigation: whichever router the host has, the plugin does not see it. */
export function HostRouter({ children }: { readonly children: ReactNode }) {
  const { nav } = useHost();
  const place = useSource(nav);
  const navigator = useMemo(() => navigatorOver(nav), [nav]);
  return (
    <Router location={place} navigator={navigator}>
      {children}
    </Router>
  );
}

function navigatorOver(nav: Navigation): Navigator {
  return {
    createHref: (to) => nav.href(asText(to)),
    push: (to) => {
      nav.push(asText(to));
    },
    replace: (to) => {
      nav.replace(asText(to));
    },
    go: () => {
      throw new Error('a host has no numbered history: link to a place instead');
    },
  };
}

function asText(to: To): string {
  return typeof to === 'string' ? to : createPath(to);
}
