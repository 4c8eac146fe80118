import type { Page } from '@playwright/test';

/** What scripts have left in a page that outlives them. */
export interface Leftovers {
  /** Properties of `window` that a bare page has not. */
  readonly globals: readonly string[];
  /** `window click`: listeners of what no element of the page takes with it. */
  readonly listeners: readonly string[];
  readonly timers: number;
  readonly sockets: number;
  /** Elements in the head and right in the body, by their tags. */
  readonly elements: readonly string[];
  /** Attributes of the root and the body. */
  readonly attributes: readonly string[];
}

/** Watches a page from its first script on. Call it before the page is opened. */
export async function watchLeftovers(page: Page): Promise<() => Promise<Leftovers>> {
  await page.addInitScript({ path: 'e2e/embed/leftovers-watch.js' });
  return () => page.evaluate(() => (window as unknown as Watched).leftoversNow());
}

/** What `leftovers-watch.js` puts into the page. */
interface Watched {
  leftoversNow(): Leftovers;
}
