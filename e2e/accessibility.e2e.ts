import { expect, expectAccessible, test, type Theme } from './fixtures.ts';
import { wizardOf } from './wizard.ts';
import { wordsOf } from './words.ts';

const words = wordsOf('zh-CN');

for (const theme of ['light', 'dark'] as const satisfies readonly Theme[]) {
  test.describe(`no accessibility violation, ${theme}`, () => {
    test.use({ theme, language: 'zh-CN' });

    test('the sign-in', { tag: '@simulated' }, async ({ page }) => {
      await page.goto(`/?lang=zh-CN&theme=${theme}`);
      await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
      await expectAccessible(page);
    });

    test('the list and the page of a Deployment', async ({ page, open, cluster }) => {
      await open('/deployments');
      await expect(page.getByRole('link', { name: 'other', exact: true })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'other', exact: true }).click();
      await expect(page.getByRole('table').first()).toContainText('net7-full-v4');
      await expectAccessible(page);
      for (const tab of ['网络', '拓扑', '事件', 'YAML']) {
        await page.getByRole('tab', { name: tab }).click();
        await expectAccessible(page);
      }
      await page.getByRole('button', { name: words.delete, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page);
      expect(cluster.name).not.toBe('');
    });

    test('the lists and pages of pools and subnets', async ({ page, open }) => {
      await open('/ippools');
      await expect(page.getByRole('link', { name: 'net6-shared-v4', exact: true })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'net6-shared-v4', exact: true }).click();
      await page.getByRole('application', { name: words.map }).focus();
      await expect(page.getByRole('row').filter({ hasText: 'routers-v4' })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'subnet-6', exact: true }).click();
      await expect(page.getByRole('region', { name: words.poolsOfSubnet })).toContainText('net6-web-v4');
      await expectAccessible(page);
      await page.getByRole('link', { name: words.subnets, exact: true }).click();
      await expect(page.getByRole('link', { name: 'subnet-small', exact: true })).toBeVisible();
      await expectAccessible(page);
    });

    test('every step of the wizard, and an open picker', async ({ page, open }) => {
      await open('/deployments/create?namespace=default');
      const wizard = wizardOf(page, words);
      await expect(page.getByRole('textbox', { name: words.workloadName })).toBeVisible();
      await expectAccessible(page);
      await wizard.fillUntilNics({ name: 'readable', replicas: 3 });
      const net1 = await wizard.addNic('kube-system/macvlan-ens192');
      await wizard.pick(net1, words.subnet4, 'subnet-6');
      await expectAccessible(page);
      await net1.getByRole('button', { name: new RegExp(`^${words.subnet4}`) }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      for (const step of ['容器配置', '服务配置', '高级配置']) {
        await page.getByRole('navigation', { name: '步骤' }).getByRole('button', { name: step }).click();
        await expectAccessible(page);
      }
    });
  });
}
