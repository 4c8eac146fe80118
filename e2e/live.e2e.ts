import { expect, signIn, test } from './fixtures.ts';

const deployments = '/apis/apps/v1/namespaces/default/deployments';

function deployment(name: string): string {
  return JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [{ name: 'main', image: 'nginx' }] },
      },
    },
  });
}

test(
  'the list follows the cluster, through broken watches and an expired history',
  { tag: '@simulated' },
  async ({ page, open, cluster, baseURL, provokes }) => {
    const fault = (body: object) =>
      fetch(`${baseURL}/test-clusters/${cluster.name}/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const sign = page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: /Live|As of/ });
    await open('/deployments');
    await expect(sign.filter({ hasText: 'Live' })).toBeVisible();
    for (const [name, broken] of [
      ['first', { kind: 'cut-watches' }],
      ['second', { kind: 'expire-history' }],
    ] as const) {
      expect((await fault(broken)).ok).toBe(true);
      expect((await cluster.api(deployments, { method: 'POST', body: deployment(name) })).status).toBe(201);
      await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
      await expect(sign.filter({ hasText: 'Live' })).toBeVisible();
    }
    provokes({ status: 503, path: /\/deployments$/ });
    await fault({ kind: 'fail-lists', times: 2, code: 503, plural: 'deployments' });
    await fault({ kind: 'expire-history', plural: 'deployments' });
    await expect(sign.filter({ hasText: 'As of' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'first', exact: true })).toBeVisible();
    await expect(sign.filter({ hasText: 'Live' })).toBeVisible();

    await page.getByRole('link', { name: 'second', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'second', exact: true })).toBeVisible();
    await cluster.api(`${deployments}/second`, { method: 'DELETE' });
    await expect(page.getByText('There is no Deployment second in namespace default')).toBeVisible();
    await page.getByRole('link', { name: 'Back to the list' }).click();
    await expect(page.getByRole('link', { name: 'second', exact: true })).toHaveCount(0);
  },
);

test(
  'a watch that has gone silent is not believed for ever',
  { tag: '@simulated' },
  async ({ page, open, cluster, baseURL }) => {
    await page.clock.install();
    await open('/deployments');
    const live = page.getByRole('main').getByRole('status').filter({ hasText: 'Live' });
    await expect(live).toBeVisible();
    const silenced = await fetch(`${baseURL}/test-clusters/${cluster.name}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'silence-watches' }),
    });
    expect(((await silenced.json()) as { watches: number }).watches).toBeGreaterThan(0);
    expect((await cluster.api(deployments, { method: 'POST', body: deployment('unheard') })).status).toBe(
      201,
    );
    // The page of a cluster that says nothing looks as it did: until the browser's clock says that this is too long.
    await page.clock.runFor(60_000);
    await expect(live).toBeVisible();
    await expect(page.getByRole('link', { name: 'unheard', exact: true })).toHaveCount(0);
    await page.clock.runFor(60_000);
    await expect(page.getByRole('link', { name: 'unheard', exact: true })).toBeVisible();
    await expect(live).toBeVisible();
  },
);

test('a deep link waits for the sign-in', { tag: '@simulated' }, async ({ page, cluster }) => {
  await page.goto(`/clusters/${cluster.name}/namespaces/default/deployments/other?tab=network&lang=zh-CN`);
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  await signIn(page);
  await expect(page.getByRole('tab', { name: '网络', selected: true })).toBeVisible();
});

test('a place that does not exist says so', async ({ page, cluster }) => {
  for (const [place, said] of [
    [`/clusters/${cluster.name}/nowhere`, '页面不存在'],
    ['/clusters/not-here/deployments', '集群 not-here 不存在'],
    [
      `/clusters/${cluster.name}/namespaces/default/deployments/nobody`,
      '命名空间 default 中没有无状态负载 nobody',
    ],
  ] as const) {
    await page.goto(`${place}?lang=zh-CN`);
    await signIn(page);
    await expect(page.getByText(said).first()).toBeVisible();
  }
});
