import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Host, Locale, Navigation, Source, ThemeMode } from '../host/host.ts';
import { PodnicRoot } from '../plugin/PodnicRoot.tsx';

/** A value that a test changes. */
export interface TestSource<Value> extends Source<Value> {
  set(value: Value): void;
}

export function testSource<Value>(first: Value): TestSource<Value> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next) {
      value = next;
      for (const tell of listeners) tell();
    },
  };
}

/** A host in memory. Its requests never come back unless `fetch` is given. */
export interface TestHost extends Host {
  readonly nav: Navigation & { readonly visited: readonly string[] };
  readonly locale: TestSource<Locale>;
  readonly theme: TestSource<ThemeMode>;
  readonly notices: readonly { readonly level: string; readonly message: string; readonly detail?: string }[];
}

export interface TestHostOptions {
  /** Where the page is. */
  readonly path?: string;
  readonly language?: Locale;
  readonly theme?: ThemeMode;
  readonly clusters?: Host['clusters'];
  readonly fetch?: Host['fetch'];
}

export function createTestHost(options: TestHostOptions = {}): TestHost {
  const place = testSource(options.path ?? '/');
  const visited: string[] = [];
  const notices: { level: string; message: string; detail?: string }[] = [];
  const kept = new Map<string, string>();
  const go = (to: string) => {
    visited.push(to);
    place.set(to);
  };
  return {
    clusters: options.clusters ?? testSource([{ name: 'demo', title: 'demo' }]),
    fetch: options.fetch ?? (() => new Promise(() => {})),
    nav: { ...place, push: go, replace: go, href: (to) => to, visited },
    locale: testSource<Locale>(options.language ?? 'en-US'),
    theme: testSource<ThemeMode>(options.theme ?? 'light'),
    notify(level, message, detail) {
      notices.push({ level, message, ...(detail === undefined ? {} : { detail }) });
    },
    notices,
    storage: {
      get: (key) => kept.get(key),
      set: (key, value) => void kept.set(key, value),
      remove: (key) => void kept.delete(key),
    },
  };
}

/** What a piece of a screen is rendered in, and how to render it again with other properties. */
export interface RenderedInRoot extends RenderResult {
  readonly host: TestHost;
  readonly rerenderInRoot: (ui: ReactNode) => void;
}

/** Renders a piece of a screen with everything around it that it needs, at the place of the host. */
export function renderInRoot(
  ui: ReactNode,
  options: TestHostOptions & { readonly host?: TestHost } = {},
): RenderedInRoot {
  const host = options.host ?? createTestHost(options);
  const inRoot = (content: ReactNode) => <PodnicRoot host={host}>{content}</PodnicRoot>;
  const rendered = render(inRoot(ui));
  return {
    ...rendered,
    host,
    rerenderInRoot: (next) => {
      rendered.rerender(inRoot(next));
    },
  };
}
