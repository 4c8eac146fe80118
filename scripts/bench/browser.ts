import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import { percentile, type Measure } from './statistics.ts';

const createPage = '/clusters/demo/deployments/create?namespace=default&lang=en-US';
const launchArgs = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

/** Everything that is measured in Chromium, against the console at `origin`. */
export async function measureInBrowser(origin: string, executablePath: string): Promise<readonly Measure[]> {
  const browser = await chromium.launch({ executablePath, args: launchArgs });
  try {
    return [
      await coldStart(browser, origin),
      await firstLoad(browser, origin),
      await keystroke(browser, origin),
    ];
  } finally {
    await browser.close();
  }
}

async function openCreatePage(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}${createPage}`);
  await page.getByRole('textbox', { name: 'Token' }).fill('bench');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('textbox', { name: 'Workload name' }).fill('a');
}

/** From an empty cache to the first letter in the name field, signing in on the way, without a person's time. */
async function coldStart(browser: Browser, origin: string): Promise<Measure> {
  const figures: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const started = performance.now();
    await openCreatePage(page, origin);
    figures.push(performance.now() - started);
    await context.close();
  }
  return {
    what: 'cold start to the first field accepting input',
    figure: percentile(figures, 50),
    unit: 'ms',
    how: 'median of 5, empty cache, sign-in included',
  };
}

/** All JavaScript that the create page asks for before its first field takes input. */
async function firstLoad(browser: Browser, origin: string): Promise<Measure> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await openCreatePage(page, origin);
  await page.waitForLoadState('networkidle');
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return {
    what: 'JavaScript of the create page, first load',
    figure: total / 1000,
    unit: 'kB',
    limit: 480,
    how: `gzip -9 of ${sizes.length} files`,
  };
}

/** From a key going down in the name field to the preview showing the new name, with ten added NICs in the draft. */
async function keystroke(browser: Browser, origin: string): Promise<Measure> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await openCreatePage(page, origin);
  await addTenNics(page);
  await page.getByRole('button', { name: /Basic information/ }).click();
  const field = page.getByRole('textbox', { name: 'Workload name' });
  await field.fill('w');
  await field.focus();
  const figures: number[] = [];
  let typed = 'w';
  for (let round = 0; round < 60; round += 1) {
    const letter = 'abcdefghij'[round % 10] ?? 'a';
    typed += letter;
    if (typed.length > 40) {
      typed = 'w';
      await field.fill(typed);
      continue;
    }
    const shown = page.evaluate(timeUntilShown, typed);
    await field.press(letter);
    figures.push(await shown);
  }
  await context.close();
  return {
    what: 'keystroke to updated preview, 10 NICs',
    figure: percentile(figures, 95),
    unit: 'ms',
    limit: 50,
    how: `p95 of ${figures.length}, median ${percentile(figures, 50).toFixed(1)} ms`,
  };
}

/** Runs in the page: from the next keydown to the first frame in which the preview names the workload so. */
function timeUntilShown(name: string): Promise<number> {
  return new Promise((resolve) => {
    addEventListener(
      'keydown',
      () => {
        const started = performance.now();
        const preview = document.querySelector(
          '[role="region"][aria-label*="YAML"], section[aria-label*="YAML"]',
        );
        const check = () => {
          if (preview?.textContent.includes(`name: ${name}`) === true) resolve(performance.now() - started);
          else requestAnimationFrame(check);
        };
        requestAnimationFrame(check);
      },
      { once: true, capture: true },
    );
  });
}

async function addTenNics(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Advanced/ }).click();
  await page.getByRole('button', { name: 'Configure' }).click();
  for (let index = 0; index < 10; index += 1) await page.getByRole('button', { name: /^Add NIC/ }).click();
}
