import type { Browser, Page } from '@playwright/test';
import { percentile, type Measure } from './statistics.ts';

const group = '/clusters-api/demo/apis/spiderpool.spidernet.io/v2beta1';
const name = 'bench-slash-16';
const rounds = 8;

/**
 * Every address of a /16 as a cell, every thirteenth of them reserved: from the page getting another width to the frame
 * in which all cells stand in their new places.
 */
export async function measureRangeMap(browser: Browser, origin: string): Promise<Measure> {
  await create(origin, 'spiderippools', {
    kind: 'SpiderIPPool',
    spec: { subnet: '10.200.0.0/16', ips: ['10.200.0.0-10.200.255.255'] },
  });
  await create(origin, 'spiderreservedips', { kind: 'SpiderReservedIP', spec: { ips: everyThirteenth() } });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${origin}/clusters/demo/ippools/${name}?lang=en-US`);
  await page.getByRole('textbox', { name: 'Token' }).fill('bench');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('5,042 reserved').waitFor();
  await page.locator('canvas').waitFor();
  const figures: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    figures.push(await redraw(page, round % 2 === 0 ? 1024 : 1440));
  await context.close();
  return {
    what: 'range map of a /16, laid out and drawn',
    figure: percentile(figures, 50),
    unit: 'ms',
    limit: 100,
    how: `median of ${rounds}, slowest ${Math.max(...figures).toFixed(1)} ms`,
  };
}

async function redraw(page: Page, width: number): Promise<number> {
  // The page listens before it is resized: the two would race otherwise.
  const watch = await page.evaluateHandle(watchDrawing);
  await page.setViewportSize({ width, height: 900 });
  return watch.evaluate(({ drawn }) => drawn);
}

/** Runs in the page: milliseconds from the next resize to the first frame after the canvas has another size. */
function watchDrawing(): { readonly drawn: Promise<number> } {
  const drawn = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error('the map was never drawn again')), 10_000);
    addEventListener(
      'resize',
      () => {
        const started = performance.now();
        const canvas = document.querySelector('canvas');
        if (canvas === null) return;
        new MutationObserver((_, observer) => {
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - started));
        }).observe(canvas, { attributes: true, attributeFilter: ['width'] });
      },
      { once: true },
    );
  });
  return { drawn };
}

function everyThirteenth(): readonly string[] {
  return Array.from({ length: 5_042 }, (_, index) => {
    const host = index * 13;
    return `10.200.${host >> 8}.${host & 255}`;
  });
}

async function create(origin: string, plural: string, object: object): Promise<void> {
  const body = JSON.stringify({
    apiVersion: 'spiderpool.spidernet.io/v2beta1',
    metadata: { name },
    ...object,
  });
  const answer = await fetch(`${origin}${group}/${plural}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer bench' },
    body,
  });
  if (!answer.ok) throw new Error(`${plural}: ${await answer.text()}`);
}
