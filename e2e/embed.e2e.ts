import { expect, test } from './fixtures.ts';
import { startEmbedServer } from './embed/embed-server.ts';

test('a page of somebody else embeds the plugin twice, and nothing of it remains', async ({
  page,
  cluster,
  baseURL,
}) => {
  const server = await startEmbedServer(baseURL ?? '');
  try {
    await page.goto(`${server.origin}/?cluster=${cluster.name}`);
    const first = page.getByRole('region', { name: 'first', exact: true });
    const second = page.getByRole('region', { name: 'second', exact: true });
    await expect(first.getByRole('heading', { name: 'Deployments' })).toBeVisible({ timeout: 30_000 });
    await expect(second.getByRole('heading', { name: '无状态负载' })).toBeVisible({ timeout: 30_000 });
    await expect(first.getByRole('link', { name: 'other', exact: true })).toBeVisible();
    await expect(second.getByRole('link', { name: 'other', exact: true })).toBeVisible();

    // Each has a place of its own.
    await first.getByRole('link', { name: 'other', exact: true }).click();
    await expect(first.getByRole('heading', { name: 'other', exact: true })).toBeVisible();
    await expect(second.getByRole('heading', { name: '无状态负载' })).toBeVisible();

    // The host changes its mind about the language; the other keeps its own.
    await page.evaluate('embedded.hosts[0].locale.set("zh-CN")');
    await expect(first.getByRole('tab', { name: '容器组' })).toBeVisible();

    const stylesBefore = await page.evaluate(
      'document.querySelectorAll("style, link[rel=stylesheet]").length',
    );
    expect(stylesBefore).toBeGreaterThan(1);
    await page.evaluate('embedded.mounted.forEach((each) => each.unmount())');
    await expect(first).toBeEmpty();
    await expect(second).toBeEmpty();
    // The page has its own one style and the two sections, as before.
    expect(await page.evaluate('document.querySelectorAll("style, link[rel=stylesheet]").length')).toBe(1);
    expect(await page.evaluate('document.body.children.length')).toBe(2);
  } finally {
    await server.close();
  }
});
