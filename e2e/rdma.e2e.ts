import { expect, test, type Language } from './fixtures.ts';
import { expectPodNics, wizardOf } from './wizard.ts';
import { wordsOf } from './words.ts';

const said = {
  'en-US': {
    need: 'RDMA: needs 1 × spidernet.io/rdma_shared, for all NICs together.',
    nodes: 'Available: worker-rdma 64.',
    nobody: 'no node offers spidernet.io/rdma_gone',
    containers: 'Containers',
    locked: 'Needed by the attachments of the container NICs; counted there.',
    add: 'Add resource',
    resource: 'Resource',
    doubled: 'Resource spidernet.io/rdma_shared is already counted by the container NICs.',
    removeRow: 'Remove it',
  },
  'zh-CN': {
    need: 'RDMA：需要 1 × spidernet.io/rdma_shared，所有网卡共用。',
    nodes: '可用：worker-rdma 64。',
    nobody: '没有节点提供 spidernet.io/rdma_gone',
    containers: '容器配置',
    locked: '容器网卡的网络配置需要，由容器网卡配置自动计入。',
    add: '添加资源',
    resource: '资源名称',
    doubled: '资源 spidernet.io/rdma_shared 已由容器网卡自动计入，请删除此行。',
    removeRow: '删除该行',
  },
} as const;

// One after the other: where clusters take long to start, each gets that of the one before.
test.describe.configure({ mode: 'default' });
test.use({ scenario: 'rdma' });

for (const language of ['en-US', 'zh-CN'] as const satisfies readonly Language[]) {
  const words = wordsOf(language);
  const texts = said[language];

  test.describe(language, () => {
    test.use({ language });

    test('RDMA behind macvlan brings its resource, once for two NICs', async ({ page, open }) => {
      await open('/deployments/create?namespace=default');
      const wizard = wizardOf(page, words);
      await wizard.fillUntilNics({ name: 'rdma', replicas: 1 });
      const net1 = await wizard.addNic('kube-system/macvlan-rdma');
      await expect(net1).toContainText(texts.need);
      await expect(net1).toContainText(texts.nodes);
      await wizard.addNic('kube-system/macvlan-rdma');
      await wizard.source('pools');
      await wizard.pick(net1, words.pools4, 'net6-v4');
      await wizard.pick(wizard.nic('net2'), words.pools4, 'net6-more-v4');
      await expect(wizard.preview()).toContainText('spidernet.io/rdma_shared: "1"');

      const steps = page.getByRole('navigation').getByRole('button');
      await steps.filter({ hasText: texts.containers }).click();
      await expect(page.getByText(texts.locked)).toBeVisible();
      await page.getByRole('button', { name: texts.add, exact: true }).click();
      await page
        .getByRole('combobox', { name: texts.resource, exact: true })
        .fill('spidernet.io/rdma_shared');
      await page.keyboard.press('Tab');
      await expect(page.getByText(texts.doubled).first()).toBeVisible();
      await page.getByRole('button', { name: texts.removeRow }).first().click();
      await expect(page.getByText(texts.doubled)).toHaveCount(0);

      await steps.filter({ hasText: words.advanced }).click();
      await wizard.create();
      await expectPodNics(page, 1, { net1: ['net6-v4'], net2: ['net6-more-v4'] });
      await expect(page.getByText('worker-rdma').first()).toBeVisible();
    });

    test('an attachment whose devices no node has is no choice, and says so', async ({ page, open }) => {
      await open('/deployments/create?namespace=default');
      const wizard = wizardOf(page, words);
      await wizard.fillUntilNics({ name: 'gone', replicas: 1 });
      const net1 = await wizard.addNic('kube-system/macvlan-plain');
      await net1.getByRole('button', { name: new RegExp(`^${words.attachment}`) }).click();
      const option = page
        .getByRole('dialog')
        .getByRole('option', { name: /^kube-system\/macvlan-rdma-gone/ });
      await expect(option).toContainText(texts.nobody);
      await expect(option).toBeDisabled();
    });
  });
}
