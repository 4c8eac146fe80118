import { expect, test, type ProvokedFailure } from './fixtures.ts';
import { expectPodNics, wizardOf } from './wizard.ts';
import { wordsOf } from './words.ts';

const forbidden = (...paths: readonly RegExp[]): ProvokedFailure[] =>
  paths.map((path) => ({ status: 403, path }));

test.describe('somebody who may read little', () => {
  // One after the other: where clusters take long to start, each gets that of the one before.
  test.describe.configure({ mode: 'default' });
  test.use({ scenario: 'restricted' });

  test.describe('in Chinese', () => {
    test.use({ language: 'zh-CN' });

    test('is told what may not be read, and never that there is none', async ({ page, open, provokes }) => {
      provokes(
        ...forbidden(
          /\/apis\/apps\/v1\/deployments$/,
          /\/namespaces$/,
          /\/default\/pods$/,
          /\/spiderippools$/,
        ),
      );
      const main = page.getByRole('main');
      const refusal = main.getByRole('alert');
      await open('/deployments');
      await expect(refusal).toContainText('您没有在整个集群范围内读取 deployments 的权限');
      await expect(main.getByText('还没有')).toHaveCount(0);

      // Namespaces may not be listed, but one can be named, and in it there is something.
      await page.getByRole('combobox', { name: '命名空间' }).fill('default');
      await page.getByRole('option').filter({ hasText: 'default' }).click();
      await page.getByRole('link', { name: 'other', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'other', exact: true })).toBeVisible();
      await expect(refusal).toContainText('您没有在命名空间 default 中读取 pods 的权限');
      await page.getByRole('tab', { name: '网络' }).click();
      await expect(main.getByText('您没有列出 IP 池的权限，因此无法显示用量。')).toBeVisible();
      await expect(main.getByText('尚未使用任何 IP 池。')).toHaveCount(0);
    });
  });

  test('works with names that are typed, and creates with them', async ({ page, open, provokes }) => {
    provokes(
      ...forbidden(
        /\/namespaces$/,
        /\/nodes$/,
        /\/configmaps$/,
        /\/network-attachment-definitions$/,
        /\/spiderippools$/,
        /\/default\/pods$/,
      ),
    );
    const words = wordsOf('en-US');
    const wizard = wizardOf(page, words);
    await open('/deployments/create?namespace=default');
    await expect(page.getByRole('textbox', { name: 'Namespace' })).toHaveValue('default');
    await wizard.fillUntilNics({ name: 'blind', replicas: 1 });
    const unread = page.getByRole('alert').filter({ hasText: 'You may not list IP pools in this cluster.' });
    for (const kind of ['attachments', 'namespaces', 'nodes'])
      await expect(unread).toContainText(`You may not list ${kind} in this cluster.`);
    await expect(unread).not.toContainText('subnets');

    await page.getByRole('button', { name: `${words.addNic} net1` }).click();
    const net1 = wizard.nic('net1');
    const panel = page.getByRole('dialog');
    const type = async (field: string, kind: string, name: string) => {
      await net1.getByRole('button', { name: new RegExp(`^${field}`) }).click();
      await expect(panel).toContainText(`You may not list ${kind} in this cluster.`);
      await expect(panel).not.toContainText(/[Nn]o (pool|attachment|subnet)/);
      await panel.getByRole('combobox').fill(name);
      await panel.getByRole('option', { name: new RegExp(name) }).click();
      if (await panel.isVisible()) await page.keyboard.press('Escape');
      await expect(panel).toBeHidden();
    };
    await type(words.attachment, 'attachments', 'kube-system/macvlan-ens192');
    await wizard.source('pools');
    await type(words.pools4, 'IP pools', 'net6-shared-v4');
    await expect(net1).toContainText('unverified');
    await wizard.create();
    const anyway = page.getByRole('button', { name: 'Create anyway' });
    const created = page.getByRole('heading', { name: 'blind', exact: true });
    await expect(anyway.or(created)).toBeVisible();
    if (await anyway.isVisible()) await anyway.click();
    await expect(created).toBeVisible();
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      'You are not allowed to read pods in namespace default.',
    );
    // Spiderpool's own records may be read all the same.
    await expectPodNics(page, 1, { net1: ['net6-shared-v4', /10\.6\.10\.\d+/] });
  });
});
