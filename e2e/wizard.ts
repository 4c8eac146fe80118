import { expect, type Locator, type Page } from '@playwright/test';
import { takePicture } from './pictures.ts';
import type { Words } from './words.ts';

/** The Create Deployment wizard as a user works it. */
export interface Wizard {
  /** Steps 1 and 2: name, replicas, one container; ends on the container NIC page. */
  fillUntilNics(workload: { name: string; replicas: number; image?: string }): Promise<void>;
  source(name: 'fixed' | 'pools' | 'defaults'): Promise<void>;
  addNic(attachment: string): Promise<Locator>;
  /** The row of an interface. */
  nic(interfaceName: string): Locator;
  /** Opens a picker of a row, searches, and chooses by keyboard. */
  pick(row: Locator, field: string, ...names: string[]): Promise<void>;
  preview(): Locator;
  create(): Promise<void>;
}

export function wizardOf(page: Page, words: Words): Wizard {
  const nic = (interfaceName: string) =>
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: interfaceName, exact: true }) });

  async function pick(row: Locator, field: string, ...names: string[]): Promise<void> {
    await row.getByRole('button', { name: new RegExp(`^${escape(field)}`) }).click();
    const panel = page.getByRole('dialog');
    for (const name of names) {
      await panel.getByRole('combobox').fill(name);
      await panel.getByRole('option', { name: new RegExp(`^${escape(name)}( |$)`) }).click();
    }
    if (await panel.isVisible()) await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
  }

  return {
    nic,
    pick,
    async fillUntilNics({ name, replicas, image = 'nginx:1.27' }) {
      await page.getByRole('textbox', { name: words.workloadName }).fill(name);
      await page.getByRole('textbox', { name: words.replicas }).fill(String(replicas));
      await page.getByRole('button', { name: words.next, exact: true }).click();
      await page.getByRole('textbox', { name: words.containerName }).fill('web');
      await page.getByRole('textbox', { name: words.image }).fill(image);
      await page.getByRole('button', { name: words.next, exact: true }).click();
      await page.getByRole('button', { name: words.next, exact: true }).click();
      await page.getByRole('button', { name: words.configure, exact: true }).click();
    },
    async source(name) {
      await page.getByRole('radio', { name: words[name] }).check();
    },
    async addNic(attachment) {
      const rows = page.getByRole('button', { name: /^net\d+$/ });
      const place = (await rows.count()) + 1;
      await page.getByRole('button', { name: `${words.addNic} net${place}` }).click();
      const row = nic(`net${place}`);
      await pick(row, words.attachment, attachment);
      return row;
    },
    preview: () => page.getByRole('region', { name: words.preview }),
    async create() {
      await takePicture(page);
      await page.getByRole('button', { name: words.create, exact: true }).click();
    },
  };
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Every Pod of a workload page as the tables show it: interface to the texts of its row. */
export async function expectPodNics(
  page: Page,
  pods: number,
  expected: Readonly<Record<string, readonly (string | RegExp)[]>>,
): Promise<void> {
  const tables = page.getByRole('table');
  await expect(tables).toHaveCount(pods);
  for (let index = 0; index < pods; index += 1) {
    for (const [interfaceName, texts] of Object.entries(expected)) {
      const line = tables.nth(index).getByRole('row').filter({ hasText: interfaceName });
      for (const text of texts) await expect(line).toContainText(text);
    }
  }
  await takePicture(page);
}
