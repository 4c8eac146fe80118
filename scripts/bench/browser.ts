import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Locator, type Page } from '@playwright/test';
import { measureRangeMap } from './range-map.ts';
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
      ...(await keystrokes(browser, origin)),
      await measureRangeMap(browser, origin),
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

/** From a key going down in a field to the preview showing what it wrote, with ten added NICs in the draft. */
async function keystrokes(browser: Browser, origin: string): Promise<readonly Measure[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await openCreatePage(page, origin);
  await addTenNics(page);
  await page.getByRole('textbox', { name: 'Number of elastic IPs' }).fill('1');
  const inNicStep = await type(
    page,
    page.getByRole('textbox', { name: 'Number of elastic IPs' }),
    '1',
    '23456789',
    (typed) => `"+${typed}"`,
  );
  await page.getByRole('button', { name: 'Basic information' }).click();
  const inName = await type(
    page,
    page.getByRole('textbox', { name: 'Workload name' }),
    'w',
    'abcdefgh',
    (typed) => `name: ${typed}`,
  );
  await context.close();
  return [
    keystrokeMeasure('keystroke in the name field to updated preview, 10 NICs', inName),
    keystrokeMeasure('keystroke beside 10 open NICs to updated preview', inNicStep),
  ];
}

function keystrokeMeasure(what: string, figures: readonly number[]): Measure {
  return {
    what,
    figure: percentile(figures, 95),
    unit: 'ms',
    limit: 50,
    how: `p95 of ${figures.length}, median ${percentile(figures, 50).toFixed(1)} ms`,
  };
}

/** Types 64 keys into a field, starting afresh after eight, and times each until the preview shows `shownAs` of it. */
async function type(
  page: Page,
  field: Locator,
  first: string,
  keys: string,
  shownAs: (typed: string) => string,
): Promise<readonly number[]> {
  const figures: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    await field.fill(first);
    await field.press('End');
    // A person's first key comes after what was there before is shown.
    await page
      .getByRole('region', { name: 'YAML preview' })
      .getByText(shownAs(first), { exact: false })
      .first()
      .waitFor();
    let typed = first;
    for (const key of keys) {
      typed += key;
      const shown = page.evaluate(timeUntilShown, shownAs(typed));
      await field.press(key);
      figures.push(await shown);
    }
  }
  return figures;
}

/** Runs in the page: milliseconds from the next keydown to the first frame after the preview shows `text`. */
function timeUntilShown(text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`the preview never showed ${text}`)), 10_000);
    addEventListener(
      'keydown',
      () => {
        const started = performance.now();
        const preview = document.querySelector('section[aria-label="YAML preview"]');
        if (preview === null) return;
        // No function may have a name here: the compiler would mark it with a function of its own, unknown to the page.
        new MutationObserver((_, observer) => {
          if (!preview.textContent.includes(text)) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - started));
        }).observe(preview, { subtree: true, childList: true, characterData: true });
      },
      { once: true, capture: true },
    );
  });
}

/** Fills what the first steps ask for, then adds ten NICs with an attachment each. */
async function addTenNics(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: 'Next', exact: true });
  await next.click();
  await page.getByRole('textbox', { name: 'Container name' }).fill('web');
  await page.getByRole('textbox', { name: 'Container image' }).fill('nginx');
  await next.click();
  await next.click();
  await page.getByRole('button', { name: 'Configure', exact: true }).click();
  for (let place = 1; place <= 10; place += 1) {
    await page.getByRole('button', { name: `Add NIC net${place}` }).click();
    const row = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: `net${place}`, exact: true }) });
    await row.getByRole('button', { name: /^Attachment/ }).click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('combobox').fill('kube-system/macvlan-ens192');
    await panel.getByRole('option', { name: /^kube-system\/macvlan-ens192( |$)/ }).click();
    await panel.waitFor({ state: 'hidden' });
    // One subnet serves one NIC only.
    if (place > 1) continue;
    await row.getByRole('button', { name: /^IPv4 subnet/ }).click();
    await panel.getByRole('combobox').fill('subnet-6');
    await panel.getByRole('option', { name: /^subnet-6( |$)/ }).click();
    await panel.waitFor({ state: 'hidden' });
  }
}
