import { expect, test, type Language, type TestCluster } from './fixtures.ts';
import { wizardOf } from './wizard.ts';
import { wordsOf } from './words.ts';

const createPage = '/deployments/create';

/** What the screens say of each rule, written here by hand. */
const said = {
  'en-US': {
    usedBy: 'already chosen for net1; one subnet cannot serve two NICs',
    shadowing:
      'Addresses come from the default pools of namespace payments, which win over those of the attachment.',
    shadowed: 'The default pools of attachment kube-system/macvlan-ens224 (ens224-default-v4) are not used.',
    ownPools: 'Namespace payments has default pools of its own',
    otherNetwork: 'net6-shared-v4 has addresses of 10.6.0.0/16',
    choosePools: 'Choose pools instead',
    chosen: 'Addresses come from ens224-default-v4: the annotation of the Pods decides.',
    exhausted: 'no free address: every one is in use or reserved',
    list: 'Errors, warnings and notes',
    unserved: 'gets no IPv4 address: only worker-a-1, worker-a-2 can use net6-zone-a-v4',
    nodeSelector: 'Add node selector topology.kubernetes.io/zone=a',
    oneWarning: '1 warning',
  },
  'zh-CN': {
    usedBy: '已用于 net1，同一子网不能用于两张网卡',
    shadowing: '地址来自命名空间 payments 的默认 IP 池，优先于网络配置的默认 IP 池。',
    shadowed: '不使用网络配置 kube-system/macvlan-ens224 的默认 IP 池（ens224-default-v4）。',
    ownPools: '命名空间 payments 设置了自己的默认 IP 池',
    otherNetwork: 'net6-shared-v4 的地址属于 10.6.0.0/16',
    choosePools: '改为手动选择 IP 池',
    chosen: '地址来自 ens224-default-v4：以 Pod 注解为准。',
    exhausted: '没有空闲地址：已全部使用或保留',
    list: '错误、警告与提示',
    unserved: '无法获得 IPv4 地址，因为只有 worker-a-1, worker-a-2 能使用 net6-zone-a-v4',
    nodeSelector: '添加节点选择器 topology.kubernetes.io/zone=a',
    oneWarning: '1 条警告',
  },
} as const;

/** Keeps the console from handing out these addresses, as an administrator would. */
async function reserve(cluster: TestCluster, ...ips: string[]): Promise<void> {
  const answer = await cluster.api('/apis/spiderpool.spidernet.io/v2beta1/spiderreservedips', {
    method: 'POST',
    body: JSON.stringify({
      apiVersion: 'spiderpool.spidernet.io/v2beta1',
      kind: 'SpiderReservedIP',
      metadata: { name: 'printers' },
      spec: { ips },
    }),
  });
  expect(answer.status).toBe(201);
}

for (const language of ['en-US', 'zh-CN'] as const satisfies readonly Language[]) {
  const words = wordsOf(language);
  const texts = said[language];

  test.describe(language, () => {
    test.use({ language });

    test('one subnet for two NICs is not to be had, and the picker says why', async ({ page, open }) => {
      await open(`${createPage}?namespace=default`);
      const wizard = wizardOf(page, words);
      await wizard.fillUntilNics({ name: 'twice', replicas: 1 });
      const net1 = await wizard.addNic('kube-system/macvlan-ens192');
      await wizard.source('fixed');
      await wizard.pick(net1, words.subnet4, 'subnet-6');
      const net2 = await wizard.addNic('kube-system/ipvlan-ens192');
      await net2.getByRole('button', { name: new RegExp(`^${words.subnet4}`) }).click();
      const option = page.getByRole('dialog').getByRole('option', { name: /^subnet-6 / });
      await expect(option).toContainText(texts.usedBy);
      await expect(option).toBeDisabled();
    });

    test('default pools of the namespace win over those of the attachment, unless pools are chosen', async ({
      page,
      open,
    }) => {
      await open(`${createPage}?namespace=payments`);
      const wizard = wizardOf(page, words);
      await wizard.fillUntilNics({ name: 'shadowed', replicas: 1 });
      const net1 = await wizard.addNic('kube-system/macvlan-ens224');
      await wizard.source('defaults');
      await expect(net1).toContainText(texts.shadowing);
      await expect(net1).toContainText(texts.shadowed);
      await expect(net1).toContainText('net6-shared-v4');
      await expect(net1).toContainText(texts.otherNetwork);
      await expect(page.getByText(texts.ownPools)).toBeVisible();
      await page.getByRole('button', { name: texts.choosePools }).first().click();
      await expect(net1).toContainText(texts.chosen);
      await expect(page.getByText(texts.ownPools)).toBeHidden();
      await expect(wizard.preview()).toContainText('ens224-default-v4');
    });

    test('a pool whose last addresses are held or reserved is no choice, and says so', async ({
      page,
      open,
      cluster,
    }) => {
      await reserve(cluster, '10.9.0.2-10.9.0.7');
      await open(`${createPage}?namespace=default`);
      const wizard = wizardOf(page, words);
      await wizard.fillUntilNics({ name: 'reserved', replicas: 1 });
      const net1 = await wizard.addNic('kube-system/macvlan-ens192');
      await wizard.source('pools');
      await net1.getByRole('button', { name: new RegExp(`^${escape(words.pools4)}`) }).click();
      const panel = page.getByRole('dialog');
      for (const pool of ['small-v4', 'net7-full-v4']) {
        await panel.getByRole('combobox').fill(pool);
        const option = panel.getByRole('option', { name: new RegExp(`^${pool} `) });
        await expect(option).toContainText(texts.exhausted);
        await expect(option).toBeDisabled();
      }
    });

    test('a pool of some nodes: the list of problems has the button that keeps the Pods there', async ({
      page,
      open,
    }) => {
      await open(`${createPage}?namespace=default`);
      const wizard = wizardOf(page, words);
      await wizard.fillUntilNics({ name: 'zoned', replicas: 1 });
      const net1 = await wizard.addNic('kube-system/macvlan-ens192');
      await wizard.source('pools');
      await wizard.pick(net1, words.pools4, 'net6-zone-a-v4');
      await expect(net1).toContainText(texts.unserved);
      const summary = page.getByRole('button', { name: texts.oneWarning, exact: true });
      await summary.focus();
      await page.keyboard.press('Enter');
      const list = page.getByRole('list', { name: texts.list });
      await expect(list).toContainText(texts.unserved);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await expect(list.getByRole('button', { name: texts.nodeSelector })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(net1).not.toContainText(texts.unserved);
      await expect(wizard.preview()).toContainText('topology.kubernetes.io/zone: a');
    });
  });
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
