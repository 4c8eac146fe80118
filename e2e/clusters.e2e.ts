import { expect, test } from './fixtures.ts';
import { expectPodNics, wizardOf } from './wizard.ts';
import { wordsOf } from './words.ts';

const createPage = '/deployments/create?namespace=default';
const en = wordsOf('en-US');
const zh = wordsOf('zh-CN');

test.describe('a cluster in which everything is broken', { tag: '@simulated' }, () => {
  test.use({ scenario: 'hostile' });

  test('says what cannot be read and goes on with the rest', async ({ page, open, provokes }) => {
    provokes({ status: 403, path: /\/spidersubnets$/ });
    await open('/deployments');
    await expect(page.getByRole('link', { name: 'pools-not-json' })).toBeVisible();
    await page.getByRole('link', { name: 'networks-cut-off' }).click();
    await expect(
      page.getByText('The list of networks is not written as Multus reads it.').first(),
    ).toBeVisible();
    await page.getByRole('tab', { name: en.network }).click();
    await expect(page.getByText('No pool is in use yet.')).toBeVisible();
    await page.getByRole('link', { name: en.deployments }).first().click();

    await page.getByRole('button', { name: en.createFromImage }).click();
    const wizard = wizardOf(page, en);
    await wizard.fillUntilNics({ name: 'sound', replicas: 1 });
    await expect(page.getByRole('alert').filter({ hasText: 'subnet' })).toContainText('may not');
    await page.getByRole('button', { name: `${en.addNic} net1` }).click();
    const net1 = wizard.nic('net1');
    await net1.getByRole('button', { name: new RegExp(`^${en.attachment}`) }).click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('combobox').fill('not-json');
    await expect(panel.getByRole('option', { name: /^kube-system\/not-json/ })).toContainText(
      'its configuration cannot be read',
    );
    await panel.getByRole('combobox').fill('kube-system/macvlan-ens192');
    await panel.getByRole('option', { name: /^kube-system\/macvlan-ens192( |$)/ }).click();
    await wizard.source('pools');
    await net1.getByRole('button', { name: new RegExp(`^${en.pools6}`) }).click();
    await expect(panel.getByRole('option', { name: /^everything-v6/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await wizard.pick(net1, en.pools4, 'without-status');
    await wizard.create();
    await page.getByRole('button', { name: 'Create anyway' }).click();
    await expectPodNics(page, 1, { net1: ['without-status', /10\.6\.4\.\d/] });
  });
});

test.describe('a cluster without Spiderpool', () => {
  test.use({ scenario: 'no-spiderpool', language: 'zh-CN' });

  test('says so, and still creates a plain Deployment', async ({ page, open, provokes }) => {
    const missing = [
      'network-attachment-definitions',
      'spiderippools',
      'spidersubnets',
      'spiderreservedips',
      'spidercoordinators',
      'spidermultusconfigs',
    ];
    for (const plural of [...missing, 'namespaces/default/spiderendpoints'])
      provokes({ status: 404, path: new RegExp(`/${plural}$`) });
    await open(createPage);
    await page.getByRole('textbox', { name: zh.workloadName }).fill('plain');
    await page.getByRole('button', { name: zh.next, exact: true }).click();
    await page.getByRole('textbox', { name: zh.containerName }).fill('web');
    await page.getByRole('textbox', { name: zh.image }).fill('nginx:1.27');
    await page.getByRole('button', { name: zh.next, exact: true }).click();
    await page.getByRole('button', { name: zh.next, exact: true }).click();
    const note = page.getByRole('alert').filter({ hasText: '容器网卡依赖 Multus，该集群尚未安装' });
    await expect(note.getByRole('link', { name: '安装说明' })).toBeVisible();
    await expect(page.getByRole('button', { name: zh.configure, exact: true })).toHaveCount(0);
    await expect(page.getByRole('banner').getByText('实时')).toBeVisible();
    await page.getByRole('button', { name: zh.create, exact: true }).click();
    await expectPodNics(page, 1, { eth0: ['10.233.'] });
  });
});

test.describe('a cluster that makes no pools by itself', () => {
  test.use({ scenario: 'auto-pool-off', language: 'zh-CN' });

  test('does not offer a fixed pool, and says why', async ({ page, open }) => {
    await open(createPage);
    const wizard = wizardOf(page, zh);
    await wizard.fillUntilNics({ name: 'manual', replicas: 1 });
    await wizard.addNic('kube-system/macvlan-ens192');
    await expect(page.getByRole('radio', { name: zh.fixed })).toBeDisabled();
    await expect(page.getByText('不可用：Spiderpool 未启用自动创建 IP 池')).toBeVisible();
    await expect(page.getByRole('radio', { name: zh.pools })).toBeChecked();
  });
});

test.describe('a cluster with IPv4 alone', () => {
  test.use({ scenario: 'ipv4-only' });

  test('has no field for IPv6', async ({ page, open }) => {
    await open(createPage);
    const wizard = wizardOf(page, en);
    await wizard.fillUntilNics({ name: 'four', replicas: 1 });
    const net1 = await wizard.addNic('kube-system/macvlan-ens192');
    await expect(net1.getByRole('button', { name: new RegExp(`^${en.subnet4}`) })).toBeVisible();
    await expect(net1.getByRole('button', { name: new RegExp(`^${en.subnet6}`) })).toHaveCount(0);
  });
});

test.describe('a cluster in which nobody has made anything', () => {
  test.use({ scenario: 'empty' });

  test('says what would be here, and how to get it', async ({ page, open }) => {
    await open('/deployments');
    await expect(page.getByText('No Deployments here yet')).toBeVisible();
    await page.getByRole('button', { name: en.createFromImage }).first().click();
    const wizard = wizardOf(page, en);
    await wizard.fillUntilNics({ name: 'first', replicas: 1 });
    await page.getByRole('button', { name: `${en.addNic} net1` }).click();
    await wizard
      .nic('net1')
      .getByRole('button', { name: new RegExp(`^${en.attachment}`) })
      .click();
    await expect(page.getByRole('dialog')).toContainText(/[Nn]o attachment/);
  });
});
