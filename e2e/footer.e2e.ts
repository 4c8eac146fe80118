import { expect, test, type Language } from './fixtures.ts';
import { expectPodNics, wizardOf } from './wizard.ts';
import { wordsOf } from './words.ts';

const createPage = '/deployments/create?namespace=default';
const pool = '/apis/spiderpool.spidernet.io/v2beta1/spiderippools/net6-shared-v4';

for (const language of ['en-US', 'zh-CN'] as const satisfies readonly Language[]) {
  const words = wordsOf(language);

  test.describe(language, () => {
    test.use({ language });

    test('the footer counts what stands red in the NICs, and is green only without any', async ({
      page,
      open,
      cluster,
    }) => {
      await open(createPage);
      const footer = page.locator('footer');
      await expect(footer).toContainText(words.threeToFillIn);
      const wizard = wizardOf(page, words);
      await wizard.fillUntilNics({ name: 'counted', replicas: 1 });
      await expect(footer).toContainText(words.noErrors);
      const net1 = await wizard.addNic('kube-system/macvlan-ens192');
      await expect(footer).toContainText(words.oneToFillIn);
      await expect(footer).not.toContainText(words.noErrors);
      await wizard.source('pools');
      await wizard.pick(net1, words.pools4, 'net6-shared-v4');
      await expect(footer).toContainText(words.noErrors);

      // Somebody else switches the pool off while the form is open.
      await cluster.api(pool, {
        method: 'PATCH',
        headers: { 'content-type': 'application/merge-patch+json' },
        body: JSON.stringify({ spec: { disable: true } }),
      });
      await expect(footer).toContainText(words.oneError);

      await page.getByRole('button', { name: words.addRoute }).click();
      await page.getByRole('textbox', { name: words.routeDestination }).fill('foo');
      await page.getByRole('textbox', { name: words.routeGateway }).fill('bar');
      await page.keyboard.press('Tab');
      await expect(footer).toContainText(words.threeErrors);
      await expect(page.getByRole('button', { name: new RegExp(`^${words.advanced} 3`) })).toBeVisible();
      const check = page.getByRole('button', { name: words.check, exact: true });
      await expect(check).toHaveAttribute('aria-disabled', 'true');
      await check.hover();
      await expect(page.getByRole('tooltip')).toContainText(words.threeErrors);
    });

    test.describe('where Spiderpool serves eth0', () => {
      test.use({ scenario: 'underlay-eth0' });

      test('the plainest workload is created, with addresses from the default pool', async ({
        page,
        open,
      }) => {
        await open(createPage);
        await page.getByRole('textbox', { name: words.workloadName }).fill('plain');
        const next = page.getByRole('button', { name: words.next, exact: true });
        await next.click();
        await page.getByRole('textbox', { name: words.containerName }).fill('web');
        await page.getByRole('textbox', { name: words.image }).fill('nginx:1.27');
        await next.click();
        await next.click();
        await expect(page.locator('footer')).toContainText(words.noErrors);
        await expect(page.getByRole('main').getByText('eth0-default-v4')).toBeVisible();
        await wizardOf(page, words).create();
        await expectPodNics(page, 1, { eth0: [/10\.6\.10\.\d+/, 'eth0-default-v4'] });
      });
    });
  });
}
