import type { Page } from '@playwright/test';
import { expect, expectAccessible, test, type TestCluster } from './fixtures.ts';
import { wordsOf, type Words } from './words.ts';

const deployments = '/apis/apps/v1/namespaces/default/deployments';

async function exists(cluster: TestCluster, path: string): Promise<boolean> {
  return (await cluster.api(path)).ok;
}

/** The wizard filled to its last step, with a Service where it has a name. */
async function fill(page: Page, words: Words, name: string, service = '') {
  const next = page.getByRole('button', { name: words.next, exact: true });
  await page.getByRole('textbox', { name: words.workloadName }).fill(name);
  await next.click();
  await page.getByRole('textbox', { name: words.containerName }).fill('web');
  await page.getByRole('textbox', { name: words.image }).fill('nginx:1.27');
  await next.click();
  if (service !== '') {
    await page.getByRole('switch', { name: words.createService }).click();
    await page.getByRole('textbox', { name: words.serviceName }).fill(service);
    await page.getByRole('button', { name: words.addPort }).click();
    await page.getByRole('textbox', { name: words.servicePort, exact: true }).fill('80');
  }
  await next.click();
}

for (const language of ['en-US', 'zh-CN'] as const) {
  test.describe(language, () => {
    test.use({ language });
    const en = language === 'en-US';
    const words = wordsOf(language);

    test(
      'what Check finds lands on its field, and nothing is created',
      { tag: '@simulated' },
      async ({ page, open, cluster, provokes }) => {
        provokes({ status: 422, path: /\/deployments$/ });
        await open('/deployments/create?namespace=default');
        await fill(page, words, 'deny-image');
        await page.getByRole('button', { name: words.check, exact: true }).click();
        const image = page.getByRole('textbox', { name: words.image });
        await expect(image).toBeFocused();
        await expect(image).toHaveAccessibleDescription(/images must come from registry\.example\.com/);
        await expect(
          page.getByRole('alert').filter({
            hasText: en
              ? 'The cluster would refuse Deployment deny-image'
              : '集群会拒绝 Deployment deny-image',
          }),
        ).toBeVisible();
        await image.fill('registry.example.com/nginx:1.27');
        await expect(image).not.toHaveAttribute('aria-invalid', 'true');
        expect(await exists(cluster, `${deployments}/deny-image`)).toBe(false);
      },
    );

    test('a Service that would be refused is found before the Deployment is made', async ({
      page,
      open,
      cluster,
      provokes,
    }) => {
      provokes({ status: 409, path: /\/services$/ });
      await open('/deployments/create?namespace=default');
      await fill(page, words, 'shop', 'kubernetes');
      await page.getByRole('button', { name: words.create, exact: true }).click();
      const name = page.getByRole('textbox', { name: words.serviceName });
      await expect(name).toBeFocused();
      await expect(name).toHaveAccessibleDescription(
        en
          ? /There is already a Service kubernetes in default\./
          : /命名空间 default 中已存在名为 kubernetes 的 Service。/,
      );
      expect(await exists(cluster, `${deployments}/shop`)).toBe(false);
      await name.fill('shop-front');
      await page.getByRole('button', { name: words.next, exact: true }).click();
      await page.getByRole('button', { name: words.create, exact: true }).click();
      await expect(page.getByRole('heading', { name: 'shop', exact: true })).toBeVisible();
      expect(await exists(cluster, `${deployments}/shop`)).toBe(true);
      expect(await exists(cluster, '/api/v1/namespaces/default/services/shop-front')).toBe(true);
    });

    test('a port that another Service has is refused at its field, and nothing is lost', async ({
      page,
      open,
      cluster,
      provokes,
    }) => {
      provokes({ status: 422, path: /\/services$/ });
      const taken = await cluster.api('/api/v1/namespaces/default/services', {
        method: 'POST',
        body: JSON.stringify({
          apiVersion: 'v1',
          kind: 'Service',
          metadata: { name: 'first' },
          spec: { type: 'NodePort', selector: { app: 'first' }, ports: [{ port: 80, nodePort: 30_080 }] },
        }),
      });
      expect(taken.status).toBe(201);
      await open('/deployments/create?namespace=default');
      await fill(page, words, 'second', 'second-front');
      const steps = page.getByRole('navigation', { name: words.steps }).getByRole('button');
      await steps.filter({ hasText: words.service }).click();
      await page.getByRole('radio', { name: words.onTheNodes }).check();
      const nodePort = page.getByRole('textbox', { name: words.nodePort });
      await nodePort.fill('30080');
      await page.getByRole('button', { name: words.next, exact: true }).click();
      await page.getByRole('button', { name: words.create, exact: true }).click();
      await expect(nodePort).toBeFocused();
      await expect(nodePort).toHaveAccessibleDescription(/provided port is already allocated/);
      expect(await exists(cluster, `${deployments}/second`)).toBe(false);
      await nodePort.fill('30081');
      await page.getByRole('button', { name: words.next, exact: true }).click();
      await page.getByRole('button', { name: words.create, exact: true }).click();
      await expect(page.getByRole('heading', { name: 'second', exact: true })).toBeVisible();
      expect(await cluster.read('/api/v1/namespaces/default/services/second-front')).toMatchObject({
        spec: { ports: [{ port: 80, nodePort: 30_081 }] },
      });
    });

    test(
      'what webhooks inject is shown, the defaults of the server folded',
      { tag: '@simulated' },
      async ({ page, open, cluster }) => {
        await open('/deployments/create?namespace=default');
        await fill(page, words, 'inject-sidecar', 'front');
        await page.getByRole('button', { name: words.check, exact: true }).click();
        const result = page.getByRole('region', { name: words.checked });
        await expect(
          result.getByText(
            en
              ? 'Service front would be created. No webhook changes anything in it.'
              : 'Service front 可以创建，没有 Webhook 修改其内容。',
          ),
        ).toBeVisible();
        const change = (path: string) => result.getByRole('listitem').filter({ hasText: path });
        const added = en ? 'added' : '新增';
        await expect(change('spec.template.metadata.annotations[sidecar.example.com/status]')).toContainText(
          added,
        );
        await expect(change('spec.template.spec.containers[proxy]')).toContainText(
          'image: registry.example.com/proxy:1.4',
        );
        await expect(change('spec.template.spec.containers[web].env[HTTP_PROXY]')).toContainText(added);
        const folded = change('spec.template.spec.schedulerName');
        await expect(folded).toBeHidden();
        await result.getByText(en ? /^Deployment: \d+ defaults/ : /^Deployment: .*默认值/).click();
        await expect(folded).toContainText('default-scheduler');
        await expectAccessible(page);
        expect(await exists(cluster, `${deployments}/inject-sidecar`)).toBe(false);
      },
    );

    test(
      'a cluster that refuses dry runs blocks nothing',
      { tag: '@simulated' },
      async ({ page, open, cluster, provokes }) => {
        provokes({ status: 400, path: /\/deployments$/ });
        await open('/deployments/create?namespace=default');
        await fill(page, words, 'no-dry-run');
        await page.getByRole('button', { name: words.check, exact: true }).click();
        const result = page.getByRole('region', { name: words.checked });
        await expect(
          result.getByText(
            en
              ? 'Deployment no-dry-run was not rehearsed: the cluster does not take dry runs of it'
              : 'Deployment no-dry-run 未预检：集群不支持试运行',
          ),
        ).toBeVisible();
        await page.getByRole('button', { name: words.create, exact: true }).click();
        await expect(page.getByRole('heading', { name: 'no-dry-run', exact: true })).toBeVisible();
        expect(await exists(cluster, `${deployments}/no-dry-run`)).toBe(true);
      },
    );
  });
}
