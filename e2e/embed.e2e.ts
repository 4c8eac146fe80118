import type { Page } from '@playwright/test';
import { startEmbedServer } from './embed/embed-server.ts';
import { watchLeftovers, type Leftovers } from './embed/leftovers.ts';
import { expect, test as base } from './fixtures.ts';
import { wizardOf } from './wizard.ts';
import { wordsOf } from './words.ts';

/** The origin of a console that is not ours. */
const test = base.extend<{ theirOrigin: string }>({
  theirOrigin: async ({ baseURL }, use) => {
    const server = await startEmbedServer(baseURL ?? '');
    await use(server.origin);
    await server.close();
  },
});

/** What each of the two pages has of its own, and nothing else. */
const ownOf = (elements: readonly string[]): Leftovers => ({
  globals: ['leftoversNow', 'embedded'],
  // React listens to this once for each document that it is used in, and never stops.
  listeners: ['document selectionchange 1'],
  timers: 0,
  sockets: 0,
  elements,
  attributes: ['html lang=en'],
});

/** Milliseconds. Shorter than a watch waits before it is tried again. */
const SOON = 100;

async function expectNothingLeft(now: () => Promise<Leftovers>, own: Leftovers, page: Page): Promise<void> {
  await expect.poll(now).toEqual(own);
  // Nor does anything come back to stay. In a last frame a timer of no time may be set: it runs out before that of this page.
  await page.evaluate(
    (soon) => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, soon))),
    SOON,
  );
  expect(await now()).toEqual(own);
}

test('a page of somebody else embeds the plugin twice, and nothing of it remains', async ({
  page,
  cluster,
  theirOrigin,
}) => {
  const leftovers = await watchLeftovers(page);
  await page.goto(`${theirOrigin}/?cluster=${cluster.name}`);
  const first = page.getByRole('region', { name: 'first', exact: true });
  const second = page.getByRole('region', { name: 'second', exact: true });
  await expect(first.getByRole('heading', { name: 'Deployments' })).toBeVisible();
  await expect(second.getByRole('heading', { name: '无状态负载' })).toBeVisible();
  await expect(first.getByRole('link', { name: 'other', exact: true })).toBeVisible();
  await expect(second.getByRole('link', { name: 'other', exact: true })).toBeVisible();

  // Each has a place of its own.
  await first.getByRole('link', { name: 'other', exact: true }).click();
  await expect(first.getByRole('heading', { name: 'other', exact: true })).toBeVisible();
  await expect(second.getByRole('heading', { name: '无状态负载' })).toBeVisible();

  // The host changes its mind about the language; the other keeps its own.
  await page.evaluate('embedded.hosts[0].locale.set("zh-CN")');
  await expect(first.getByRole('tab', { name: '容器组' })).toBeVisible();

  // A menu and a dialog are open when it is taken away.
  await second.getByRole('button', { name: 'other' }).click();
  await first.getByRole('button', { name: '删除', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect((await leftovers()).sockets).toBeGreaterThan(0);
  expect(
    await page.evaluate('document.querySelectorAll("style, link[rel=stylesheet]").length'),
  ).toBeGreaterThan(1);
  await page.evaluate('embedded.mounted.forEach((each) => each.unmount())');
  await expect(first).toBeEmpty();
  await expect(second).toBeEmpty();
  await expectNothingLeft(leftovers, ownOf(['meta', 'link', 'title', 'style', 'main', 'script']), page);
});

test('a React page of somebody else has the NIC step in its own form, with its own React', async ({
  page,
  cluster,
  theirOrigin,
}) => {
  const leftovers = await watchLeftovers(page);
  const words = wordsOf('en-US');
  const wizard = wizardOf(page, words);
  await page.goto(`${theirOrigin}/react.html?cluster=${cluster.name}`);
  await page.getByRole('textbox', { name: 'Team' }).fill('payments');
  const saved = page.getByRole('status', { name: 'Saved' });
  const save = page.getByRole('button', { name: 'Save' });

  const net1 = await wizard.addNic('kube-system/macvlan-ens192');
  await expect(page.getByRole('status', { name: 'Errors' })).toHaveText('1');
  await save.click();
  await net1.getByRole('button', { name: new RegExp(`^${words.subnet4}`) }).click();
  const search = page.getByRole('dialog').getByRole('combobox');
  await search.fill('subnet-6');
  // A choice by Enter is not a submit of the form around.
  await search.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(net1).toContainText('subnet-6');
  await expect(page.getByRole('status', { name: 'Errors' })).toHaveText('0');
  await expect(saved).toHaveCount(0);

  await save.click();
  await expect(saved).toContainText('payments');
  const { annotations } = JSON.parse((await saved.textContent()) ?? '') as {
    annotations: Record<string, string>;
  };
  expect(annotations).toEqual({
    'k8s.v1.cni.cncf.io/networks': 'kube-system/macvlan-ens192',
    'ipam.spidernet.io/subnets': '[{"interface":"net1","ipv4":["subnet-6"]}]',
    'ipam.spidernet.io/ippool-ip-number': '+1',
  });
  await page.evaluate('embedded.close()');
  await expect(page.getByRole('main')).toBeEmpty();
  await expectNothingLeft(leftovers, ownOf(['meta', 'link', 'title', 'script', 'main', 'script']), page);
});
