import { expect, test as base, type Page } from '@playwright/test';
import axe from 'axe-core';
import { takePicture } from './pictures.ts';

export type Language = 'zh-CN' | 'en-US';
export type Theme = 'light' | 'dark';

/** A cluster of the test's own: fresh, and gone afterwards. */
export interface TestCluster {
  readonly name: string;
  /** Sends one request to its Kubernetes API, as another user of the cluster would. */
  api(path: string, init?: ApiInit): Promise<Response>;
  /** Reads an object or list; fails the test on any answer but 2xx. */
  read<Body>(path: string): Promise<Body>;
}

export interface ApiInit {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

interface Options {
  scenario: string;
  language: Language;
  theme: Theme;
}

/** An answer of failure that a test brings about. Chromium itself prints a line for each, which says nothing about the page. */
export interface ProvokedFailure {
  /**
   * The HTTP status; `none` where the connection ends without an answer. Several where the browser may ask again by itself.
   * `any`: whatever requests and WebSockets come to while programs of the cluster are gone. What comes depends on how long that
   * is, and it may be nothing.
   */
  readonly status: number | 'none' | 'any' | readonly (number | 'none')[];
  /** What the path of the request looks like, without its query. */
  readonly path: RegExp;
}

interface Fixtures {
  cluster: TestCluster;
  /** Opens a place of the console, signed in, in the test's cluster, language and theme. */
  open: (place: string) => Promise<void>;
  /**
   * Declares the failures that the test brings about, each of which must come (but for `any`). Any other error or warning in the browser's
   * console fails the test, whether it declares something or not.
   */
  provokes: (...failures: readonly ProvokedFailure[]) => void;
}

export const test = base.extend<Options & Fixtures>({
  scenario: ['demo', { option: true }],
  language: ['en-US', { option: true }],
  theme: ['light', { option: true }],

  cluster: async ({ scenario, baseURL, page }, use, info) => {
    const name = `t-${info.workerIndex}-${info.testId.slice(-12)}-${info.retry}`;
    const made = await fetch(`${baseURL}/test-clusters`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, scenario, clock: 'real' }),
    });
    expect(made.ok, `a cluster is made: ${await made.clone().text()}`).toBe(true);
    const api = (path: string, init: ApiInit = {}) =>
      fetch(`${baseURL}/clusters-api/${name}${path}`, {
        ...init,
        headers: { authorization: 'Bearer test', 'content-type': 'application/json', ...init.headers },
      });
    const read = async <Body>(path: string): Promise<Body> => {
      const answer = await api(path);
      expect(answer.ok, `${path} answers ${answer.status}`).toBe(true);
      return (await answer.json()) as Body;
    };
    await use({ name, api, read });
    await takePicture(page);
    // A cluster that goes before the page breaks its watches, and Chromium writes a line for each.
    await page.close();
    await fetch(`${baseURL}/test-clusters/${name}`, { method: 'DELETE' });
  },

  open: async ({ page, cluster, language, theme }, use) => {
    await use(async (place) => {
      const separator = place.includes('?') ? '&' : '?';
      await page.goto(`/clusters/${cluster.name}${place}${separator}lang=${language}&theme=${theme}`);
      await signIn(page);
    });
  },

  provokes: [
    async ({ page }, use) => {
      const provoked: ProvokedFailure[] = [];
      const lines: ConsoleLine[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          lines.push({ text: `${message.type()}: ${message.text()}`, url: message.location().url });
      });
      page.on('pageerror', (error) => lines.push({ text: `exception: ${error.message}`, url: '' }));
      await use((...failures) => {
        provoked.push(...failures);
      });
      const unexpected = lines.filter((line) => !provoked.some((failure) => isLineOf(failure, line)));
      expect(unexpected, "the browser's console has nothing but what the test provoked").toEqual([]);
      const missing = provoked.filter(
        (failure) => failure.status !== 'any' && !lines.some((line) => isLineOf(failure, line)),
      );
      expect(missing, 'what the test declares has come').toEqual([]);
    },
    { auto: true },
  ],
});

interface ConsoleLine {
  readonly text: string;
  /** What was loaded, or where the script is that wrote the line. */
  readonly url: string;
}

/** Whether Chromium wrote the line because of this failure. */
function isLineOf({ status, path }: ProvokedFailure, { text, url }: ConsoleLine): boolean {
  if (status === 'any') {
    const [, socket] = /^error: WebSocket connection to '([^']*)' failed/.exec(text) ?? [];
    const failed = socket !== undefined || text.startsWith('error: Failed to load resource: ');
    return failed && path.test(new URL(socket ?? url).pathname);
  }
  const said = [status].flat().map((each) => `error: Failed to load resource: ${wordsOf(each)}`);
  return said.some((words) => text.startsWith(words)) && path.test(new URL(url).pathname);
}

function wordsOf(status: number | 'none'): string {
  return status === 'none' ? 'net::ERR_EMPTY_RESPONSE' : `the server responded with a status of ${status} (`;
}

/**
 * Signs in on the sign-in page with any token; the place that was asked for opens afterwards. A console with the credentials of
 * a kubeconfig has no such page, and opens the place by itself.
 */
export async function signIn(page: Page): Promise<void> {
  if (!(await asksToSignIn(page))) return;
  await page.getByRole('textbox', { name: /^(令牌|Token)$/ }).fill('any-token-will-do');
  await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click();
}

/** Whether the console that is open wants to know who uses it. */
export async function asksToSignIn(page: Page): Promise<boolean> {
  const site = await page.request.get(new URL('/podnic.json', page.url()).href);
  return ((await site.json()) as { signIn: string }).signIn !== 'none';
}

/**
 * No violation of WCAG 2.2 A and AA on the page as it is now. axe is put into a page once and tells only violations: what it
 * passed is most of its answer, and most of the time that it takes.
 */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const here = (window as unknown as { axe: typeof axe }).axe;
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const found = await here.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    });
    return found.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
    }));
  });
  expect(violations).toEqual([]);
}

export { expect };
