import { join } from 'node:path';
import { test, type Page } from '@playwright/test';

/** How many of each test there are. */
const counts = new Map<string, number>();

/** Where pictures are asked for (`npm run e2e -- --screenshots DIR`): the page as it is now, numbered within its test. */
export async function takePicture(page: Page): Promise<void> {
  const folder = process.env['PODNIC_E2E_SCREENSHOTS'];
  if (folder === undefined || page.isClosed()) return;
  const { testId, titlePath } = test.info();
  const place = (counts.get(testId) ?? 0) + 1;
  counts.set(testId, place);
  const name = titlePath.join(' ').replaceAll(/[^\w.-]+/g, '-');
  await page.screenshot({ path: join(folder, `${name}-${place}.png`), fullPage: true });
}
