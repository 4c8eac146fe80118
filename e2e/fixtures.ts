import { expect, test as base, type Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';

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

interface Fixtures {
  cluster: TestCluster;
  /** Opens a place of the console, signed in, in the test's cluster, language and theme. */
  open: (place: string) => Promise<void>;
  quietConsole: void;
}

export const test = base.extend<Options & Fixtures>({
  scenario: ['demo', { option: true }],
  language: ['en-US', { option: true }],
  theme: ['light', { option: true }],

  cluster: async ({ scenario, baseURL }, use, info) => {
    const name = `t-${info.workerIndex}-${info.testId.slice(-12)}-${info.retry}`;
    const made = await fetch(`${baseURL}/simulator/clusters`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, scenario, clock: 'real' }),
    });
    expect(made.ok, `the simulator makes a cluster: ${await made.clone().text()}`).toBe(true);
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
    await fetch(`${baseURL}/simulator/clusters/${name}`, { method: 'DELETE' });
  },

  open: async ({ page, cluster, language, theme }, use) => {
    await use(async (place) => {
      const separator = place.includes('?') ? '&' : '?';
      await page.goto(`/clusters/${cluster.name}${place}${separator}lang=${language}&theme=${theme}`);
      await signIn(page);
    });
  },

  /** No browser test may leave an error or a warning in the browser's console. */
  quietConsole: [
    async ({ page }, use) => {
      const noise: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          noise.push(`${message.type()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => noise.push(`exception: ${error.message}`));
      await use();
      expect(noise.filter((line) => !isExpectedHttpFailure(line))).toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * Chromium itself prints a line for each failed HTTP answer, and each that never came. A test that provokes one (a 409, a cut) shows what the page
 * makes of it; the line says nothing about the page.
 */
function isExpectedHttpFailure(line: string): boolean {
  return /^error: Failed to load resource: (net::ERR_EMPTY_RESPONSE|the server responded with a status of (400|401|403|404|409|410|422|500|502|503))/.test(
    line,
  );
}

/** Signs in on the sign-in page with any token; the place that was asked for opens afterwards. */
export async function signIn(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /^(令牌|Token)$/ }).fill('any-token-will-do');
  await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click();
}

/** No violation of WCAG 2.2 A and AA on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const readable = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  }));
  expect(readable).toEqual([]);
}

export { expect };
