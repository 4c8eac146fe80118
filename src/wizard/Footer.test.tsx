import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Draft, NetworkDraft } from '../domain/workload/draft.ts';
import { emptyContainer, emptyNic, newDraft, newNetwork } from '../domain/workload/new-draft.ts';
import type { Locale } from '../host/host.ts';
import { createTestHost, renderInRoot } from '../ui/test-root.tsx';
import { CreateDeploymentPage } from './CreateDeploymentPage.tsx';
import { draftKey, printStoredDraft } from './frame/stored-draft.ts';
import { createTestCluster, type TestClusterOptions } from './test-cluster.ts';

const words = {
  'en-US': {
    fine: 'No errors',
    errors: '2 errors',
    check: 'Check',
    blocked: 'Not yet: 2 errors. After that the cluster can be asked.',
    empty: '3 fields still to fill in',
    emptyBlocked: 'Not yet: 3 fields still to fill in. After that the cluster can be asked.',
    addNic: 'Add NIC net1',
    addRoute: 'Add route',
    destination: 'Route 1, destination',
    gateway: 'Route 1, gateway',
  },
  'zh-CN': {
    fine: '没有错误',
    errors: '2 个错误',
    check: '预检',
    blocked: '2 个错误，处理后才能向集群预检。',
    empty: '还有 3 项待填写',
    emptyBlocked: '还有 3 项待填写，处理后才能向集群预检。',
    addNic: '添加网卡 net1',
    addRoute: '添加路由',
    destination: '路由 1 的目的网段',
    gateway: '路由 1 的网关',
  },
} as const;

const wizard = '/clusters/demo/deployments/create';

interface SetUp {
  readonly language?: Locale;
  /** Left out for an empty form. */
  readonly network?: Partial<NetworkDraft>;
  readonly lists?: TestClusterOptions['lists'];
}

function setUp({ language = 'en-US', network, lists }: SetUp) {
  const { fetch } = createTestCluster(lists === undefined ? {} : { lists });
  const path = network === undefined ? wizard : `${wizard}?step=nics`;
  const host = createTestHost({ path, fetch, language });
  if (network !== undefined) {
    const stored = { savedAt: 0, draft: shopWith({ ...newNetwork(), ...network }), manifest: '' };
    host.storage.set(draftKey('demo'), printStoredDraft(stored));
  }
  renderInRoot(<CreateDeploymentPage cluster="demo" />, { host });
  return userEvent.setup({ delay: null, pointerEventsCheck: 0 });
}

function shopWith(network: NetworkDraft): Draft {
  const draft = newDraft({ namespace: 'default' });
  draft.basics.name = 'shop';
  draft.containers = [{ ...emptyContainer(), name: 'shop', image: 'nginx:1.27' }];
  return { ...draft, network };
}

const footer = () => screen.getByRole('contentinfo');
const attachments = {
  'network-attachment-definitions': [
    {
      metadata: { name: 'macvlan', namespace: 'kube-system', uid: 'a1', resourceVersion: '1' },
      spec: {
        config: '{"cniVersion":"0.3.1","type":"macvlan","master":"ens192","ipam":{"type":"spiderpool"}}',
      },
    },
  ],
};
const onMacvlan = { ...emptyNic(), attachment: 'kube-system/macvlan' };

/** Why Check cannot be used, as its hint says it. */
async function reasonOf(user: ReturnType<typeof userEvent.setup>, name: string): Promise<string> {
  const check = screen.getByRole('button', { name });
  expect(check).toHaveAttribute('aria-disabled', 'true');
  await user.hover(check);
  return (await screen.findByRole('tooltip')).textContent ?? '';
}

describe.each(['en-US', 'zh-CN'] as const)('the footer in %s', (language) => {
  const text = words[language];

  it('says of an empty form how much is still to be filled in, and Check says the same', async () => {
    const user = setUp({ language });
    expect(await screen.findByText(text.empty)).toBeInTheDocument();
    expect(screen.queryByText(text.fine)).not.toBeInTheDocument();
    expect(await reasonOf(user, text.check)).toBe(text.emptyBlocked);
  });

  it('counts what stands red at a route', async () => {
    const user = setUp({ language, network: { nics: [{ ...onMacvlan, attachment: '' }] } });
    await user.click(await screen.findByRole('button', { name: text.addRoute }));
    await user.type(screen.getByRole('textbox', { name: text.destination }), 'foo');
    await user.type(screen.getByRole('textbox', { name: text.gateway }), 'bar');
    await user.tab();
    expect(screen.getByRole('textbox', { name: text.gateway })).toBeInvalid();
    await waitFor(() => expect(footer()).toHaveTextContent(text.errors));
    expect(footer()).not.toHaveTextContent(text.fine);
  });
});

describe('the footer', () => {
  it('is green when nothing blocks, and Check can be used', async () => {
    setUp({ network: {} });
    expect(await screen.findByText('No errors')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Check' })).not.toHaveAttribute('aria-disabled');
  });

  it('counts a pool that is gone from the cluster, which nobody has touched', async () => {
    const nic = { ...onMacvlan, pools: { ipv4: ['gone'], ipv6: [] } };
    const user = setUp({ network: { source: 'pools', nics: [nic] }, lists: attachments });
    await waitFor(() => expect(footer()).toHaveTextContent('1 error'));
    expect(await reasonOf(user, 'Check')).toBe('Not yet: 1 error. After that the cluster can be asked.');
    expect(screen.getByRole('button', { name: 'Advanced 1 error' })).toBeInTheDocument();
  });

  it('lets a NIC wait that has no subnet yet, and counts it once somebody was there', async () => {
    const user = setUp({ network: { nics: [onMacvlan] }, lists: attachments });
    expect(await screen.findByText('1 field still to fill in')).toBeInTheDocument();
    expect(screen.queryByText('No errors')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^IPv4 subnet/ }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(footer()).toHaveTextContent('1 error'));
    expect(footer()).not.toHaveTextContent('still to fill in');
  });

  it.each(['-1', 'abc', '9999999999'])('counts elastic IPs of %s', async (count) => {
    const user = setUp({ network: { nics: [onMacvlan] }, lists: attachments });
    const elastic = await screen.findByRole('textbox', { name: 'Number of elastic IPs' });
    await user.clear(elastic);
    await user.type(elastic, count);
    await user.tab();
    expect(elastic).toBeInvalid();
    expect(elastic).toHaveAccessibleDescription(/whole number/);
    await waitFor(() => expect(footer()).toHaveTextContent('1 error'));
  });
});
