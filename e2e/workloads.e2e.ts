import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

const deployment = '/apis/apps/v1/namespaces/default/deployments/other';

test('everything that the list and the page of a Deployment can do', async ({ page, open, cluster }) => {
  await open('/deployments?namespace=default');
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'other', exact: true }) });
  const search = page.getByRole('searchbox', { name: 'Search by name or image' });
  await search.fill('no such thing');
  await expect(page.getByText('No Deployment matches “no such thing”')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await search.fill('othe');
  await expect(row).toBeVisible();

  const menu = row.getByRole('button', { name: 'Actions for other' });
  const dialog = page.getByRole('dialog');
  const act = async (name: string) => {
    await menu.click();
    await page.getByRole('menuitem', { name }).click();
  };
  await act('Scale');
  await dialog.getByRole('textbox', { name: 'Replicas' }).fill('x');
  await expect(dialog.getByRole('alert')).toHaveText('Replicas must be a whole number, 0 or more.');
  await expect(dialog.getByRole('button', { name: 'Scale' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Replicas' }).fill('1');
  await dialog.getByRole('button', { name: 'Scale' }).click();
  await expect(dialog).toBeHidden();
  await expect(menu).toBeFocused();
  await expect(row).toContainText('of 1');

  const pods = async () =>
    (
      await cluster.read<{ items: { metadata: { name: string } }[] }>(
        '/api/v1/namespaces/default/pods?labelSelector=app=other',
      )
    ).items.map(({ metadata }) => metadata.name);
  await expect.poll(pods).toHaveLength(1);
  const [old = ''] = await pods();
  await act('Restart');
  await dialog.getByRole('button', { name: 'Restart' }).click();
  await expect.poll(pods).not.toContain(old);

  await act('View YAML');
  await expect(page.getByRole('tab', { name: 'YAML', selected: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'YAML of other' })).toContainText('kind: Deployment');
  await page.getByRole('tab', { name: 'Events' }).click();
  await expect(page.getByRole('table')).toContainText('ScalingReplicaSet');

  await page.getByRole('tab', { name: 'Pods' }).click();
  const nic = page.getByRole('table').getByRole('row').filter({ hasText: 'eth0' });
  const address = /10\.233\.\d+\.\d+/.exec((await nic.textContent()) ?? '')?.[0] ?? 'none';
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ]);
  const csv = await readFile(await saved.path(), 'utf8');
  expect(csv).toContain(address);
  expect(csv.trim().split('\n').length - 1).toBe((await page.getByRole('row').count()) - 1);
  await page.getByRole('searchbox', { name: 'Pod, node or any address' }).fill('203.0.113.7');
  await expect(page.getByText('No Pod, node or address matches “203.0.113.7”')).toBeVisible();

  // Language and theme change nothing of the place.
  const place = () => new URL(page.url()).pathname;
  const before = place();
  await page.getByText('中文', { exact: true }).click();
  await page.getByRole('button', { name: '切换到深色主题' }).click();
  await expect(page.getByRole('tab', { name: '容器组', selected: true })).toBeVisible();
  expect(place()).toBe(before);

  await page.getByRole('button', { name: '删除', exact: true }).click();
  await dialog.getByRole('textbox').fill('other');
  await dialog.getByRole('button', { name: '删除', exact: true }).click();
  await expect(page.getByRole('heading', { name: '无状态负载' })).toBeVisible();
  await expect.poll(async () => (await cluster.api(deployment)).status).toBe(404);
});
