import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { calico, spiderpoolIpam, testAttachment, testNode } from '../../domain/test-cluster.ts';
import { networkOf, nicOn, pick, renderStep, stepView } from './test-step.tsx';

const added = (network: { nics: readonly { attachment: string }[] }) =>
  network.nics.map(({ attachment }) => attachment.replace('kube-system/', ''));

describe('where addresses come from', () => {
  it('is one choice for the whole Pod, under the names of the documentation', async () => {
    const { draft, user } = renderStep({ value: networkOf([nicOn('macvlan')]), language: 'zh-CN' });
    const cards = within(screen.getByRole('radiogroup', { name: 'IP 池配置' })).getAllByRole('radio');
    expect(cards.map((card) => card.getAttribute('aria-checked'))).toEqual(['true', 'false', 'false']);
    expect(screen.getByRole('switch', { name: '弹性 IP' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: '使用默认 IP 池' }));
    expect(draft().source).toBe('default');
    expect(screen.getByRole('radio', { name: '创建固定 IP 池' })).not.toBeChecked();
    expect(screen.queryByRole('switch', { name: '弹性 IP' })).not.toBeInTheDocument();
  });

  it('adds up replicas and elastic IPs, and keeps what was typed', async () => {
    const { draft, user } = renderStep({ value: networkOf([nicOn('macvlan')]) });
    const count = screen.getByRole('textbox', { name: 'Number of elastic IPs' });
    expect(screen.getByText('= replicas 3 + elastic 1')).toBeInTheDocument();
    await user.clear(count);
    await user.type(count, '4{ArrowUp}');
    expect(screen.getByText('= replicas 3 + elastic 5')).toBeInTheDocument();
    await user.type(count, 'x');
    expect(draft().elastic.count).toBe('5x');
    expect(screen.getByText('= replicas + elastic IPs')).toBeInTheDocument();
  });

  it('shows a fixed total of a manifest as such, and can follow the replicas instead', async () => {
    const nic = nicOn('macvlan', { subnets: { ipv4: 'subnet-a', ipv6: '' } });
    const elastic = { enabled: true, count: '7', form: 'total' as const };
    const { draft, user } = renderStep({ value: networkOf([nic], { elastic }) });
    expect(screen.getByRole('textbox', { name: 'Fixed total of IPs' })).toHaveValue('7');
    await user.click(screen.getByRole('button', { name: /Follow the replicas/ }));
    expect(draft().elastic).toEqual({ enabled: true, count: '1', form: 'elastic' });
  });

  it('has nothing to configure while there is only an overlay eth0 (S11)', () => {
    renderStep();
    expect(screen.getByText(/Nothing to configure yet/)).toBeInTheDocument();
    for (const card of screen.getAllByRole('radio')) expect(card).toHaveAttribute('aria-disabled', 'true');
  });

  it('does not offer fixed pools where Spiderpool makes none, and says why (S2)', async () => {
    const { draft, user } = renderStep({
      value: networkOf([nicOn('macvlan')]),
      view: stepView({ enableAutoPool: false }),
    });
    const fixed = screen.getByRole('radio', { name: 'Create fixed IP pool' });
    expect(fixed).toHaveAccessibleDescription(/auto-created pools are switched off/);
    expect(screen.getByRole('radio', { name: 'Choose NIC IP pools' })).toBeChecked();
    await user.click(fixed);
    await pick(user, /^NIC IP pools, IPv4/, /^shared/);
    expect(draft().source).toBe('pools');
  });

  it('keeps a subnet of a manifest where fixed pools are off, with the way out', async () => {
    const nic = nicOn('macvlan', { subnets: { ipv4: 'subnet-a', ipv6: '' } });
    const { draft, user } = renderStep({
      value: networkOf([nic]),
      view: stepView({ enableAutoPool: false }),
    });
    expect(screen.getByRole('radio', { name: 'Create fixed IP pool' })).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Choose pools instead' }));
    expect(draft().source).toBe('pools');
    expect(draft().nics[0]?.subnets.ipv4).toBe('subnet-a');
  });
});

describe('families and eth0', () => {
  it('hides a family that is switched off (S15)', () => {
    renderStep({ value: networkOf([nicOn('macvlan')]), view: stepView({ enableIPv6: false }) });
    expect(screen.getByRole('button', { name: /^IPv4 subnet/ })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^IPv6 subnet/ })).not.toBeInTheDocument();
  });

  it('has no pool field on an overlay eth0, and one on an underlay eth0 (S8, S9)', async () => {
    const { draft, user } = renderStep({ value: networkOf([], { source: 'pools' }) });
    expect(screen.queryByRole('button', { name: /^NIC IP pools/ })).not.toBeInTheDocument();
    await pick(user, /^Attachment/, /^kube-system\/macvlan-100/);
    expect(screen.getByRole('button', { name: /^NIC IP pools, IPv4/ })).toBeInTheDocument();
    expect(draft().eth0.attachment).toBe('kube-system/macvlan-100');
    await pick(user, /^Attachment/, /^Cluster default/);
    expect(screen.queryByRole('button', { name: /^NIC IP pools/ })).not.toBeInTheDocument();
  });

  it('does not let an overlay be an added NIC (S9)', async () => {
    const view = stepView({ clusterNetwork: 'kube-system/calico' });
    const { draft, user } = renderStep({ value: networkOf([nicOn('')]), view });
    await user.click(screen.getAllByRole('button', { name: /^Attachment/ })[1] ?? document.body);
    const calico = screen.getByRole('option', { name: /^kube-system\/calico/ });
    expect(calico).toHaveAttribute('aria-disabled', 'true');
    await user.click(calico);
    expect(draft().nics[0]?.attachment).toBe('');
    expect(screen.getByText('Choose it for eth0.')).toBeInTheDocument();
  });

  it('lets a CNI file of the nodes be an added NIC, of which nobody knows whether it is the overlay', async () => {
    const { draft, user } = renderStep({ value: networkOf([nicOn('')]) });
    await user.click(screen.getAllByRole('button', { name: /^Attachment/ })[1] ?? document.body);
    const calico = screen.getByRole('option', { name: /^kube-system\/calico/ });
    expect(calico).toHaveTextContent('made by a CNI file on the nodes, which may be an overlay');
    await user.click(calico);
    expect(draft().nics[0]?.attachment).toBe('kube-system/calico');
  });
});

describe('a NIC', () => {
  it('has its attachments narrowed by pools that were chosen first (S13)', async () => {
    const nic = nicOn('', { pools: { ipv4: ['bound'], ipv6: [] } });
    const { draft, user } = renderStep({ value: networkOf([nic], { source: 'pools' }) });
    await user.click(screen.getAllByRole('button', { name: /^Attachment/ })[1] ?? document.body);
    await user.click(screen.getByRole('option', { name: /^kube-system\/macvlan[^-]/ }));
    expect(added(draft())).toEqual(['']);
    await user.click(screen.getByRole('option', { name: /^kube-system\/macvlan-100/ }));
    expect(added(draft())).toEqual(['macvlan-100']);
  });

  it('gets its attachment from the pools when they leave no choice, and says so (S13)', async () => {
    const { draft, user } = renderStep({ value: networkOf([nicOn('')], { source: 'pools' }) });
    await pick(user, /^NIC IP pools, IPv4/, /^bound/);
    expect(added(draft())).toEqual(['macvlan-100']);
    expect(screen.getByText(/net1 now uses kube-system\/macvlan-100/)).toBeInTheDocument();
  });

  it('loses pools that are for other attachments, and says which (S12)', async () => {
    const nic = nicOn('macvlan-100', { pools: { ipv4: ['bound', 'shared'], ipv6: [] } });
    const { draft, user } = renderStep({ value: networkOf([nic], { source: 'pools' }) });
    await user.click(screen.getAllByRole('button', { name: /^Attachment/ })[1] ?? document.body);
    await user.click(screen.getByRole('option', { name: /^kube-system\/sriov/ }));
    expect(draft().nics[0]?.pools.ipv4).toEqual(['shared']);
    expect(screen.getByText(/Removed, since they are for other attachments: bound/)).toBeInTheDocument();
  });

  it('asks for its device and says where there are some (S23)', async () => {
    const { draft, user } = renderStep({ value: networkOf([nicOn('')]) });
    await user.click(screen.getAllByRole('button', { name: /^Attachment/ })[1] ?? document.body);
    await user.click(screen.getByRole('option', { name: /^kube-system\/sriov/ }));
    expect(draft().deviceResources).toEqual([{ name: 'spidernet.io/sriov', count: '1' }]);
    expect(screen.getByText(/Needs 1 × spidernet.io\/sriov\..*Available: worker1 4/)).toBeInTheDocument();
  });

  it('asks once for the RDMA devices that its NICs share', async () => {
    const shared = testAttachment('rdma', { type: 'macvlan', master: 'ens192', ipam: spiderpoolIpam });
    const view = stepView();
    const { draft, user } = renderStep({
      value: networkOf([nicOn(''), nicOn('rdma')]),
      view: {
        ...view,
        attachments: {
          state: 'known',
          value: [calico, { ...shared, rdmaResourceName: 'spidernet.io/rdma' }],
        },
        nodes: {
          state: 'known',
          value: [testNode('worker1', { allocatable: { 'spidernet.io/rdma': '64' } })],
        },
      },
    });
    expect(screen.getByText(/Request 1 if they need it/)).toBeInTheDocument();
    await user.click(screen.getAllByRole('button', { name: /^Attachment/ })[1] ?? document.body);
    await user.click(screen.getByRole('option', { name: /^kube-system\/rdma.*RDMA · needs 1/ }));
    expect(draft().deviceResources).toEqual([{ name: 'spidernet.io/rdma', count: '1' }]);
    expect(screen.getAllByText(/RDMA: needs 1 × spidernet.io\/rdma, for all NICs.*worker1 64/)).toHaveLength(
      2,
    );
    expect(screen.queryByText(/if they need it/)).not.toBeInTheDocument();
  });

  it('keeps a pool that will not work, with its reason, and lets it be replaced (S17)', async () => {
    const nic = nicOn('macvlan', { pools: { ipv4: ['team'], ipv6: [] } });
    const { draft, user } = renderStep({ value: networkOf([nic], { source: 'pools' }) });
    expect(
      screen.getByText(/team will not serve it: only for namespace team-a; this one is default/),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Use shared instead' }));
    expect(draft().nics[0]?.pools.ipv4).toEqual(['shared']);
  });

  it('offers the node selector that a pool of some nodes needs (S19)', async () => {
    const nic = nicOn('macvlan', { pools: { ipv4: ['zone'], ipv6: [] } });
    const { user, whole } = renderStep({ value: networkOf([nic], { source: 'pools' }) });
    expect(screen.getByText(/a Pod on worker2 gets no IPv4 address/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Add node selector zone=a' }));
    expect(whole().scheduling.nodeSelector).toEqual([{ key: 'zone', value: 'a' }]);
    expect(screen.queryByText(/a Pod on worker2 gets no IPv4 address/)).not.toBeInTheDocument();
  });

  it('says where the addresses come from, and what is not used for it (R13)', () => {
    const nic = nicOn('macvlan', { pools: { ipv4: ['zone'], ipv6: [] } });
    renderStep({ value: networkOf([nic], { source: 'pools' }) });
    expect(
      screen.getByText(
        'Addresses come from zone: the annotation of the Pods decides. The default pools of attachment kube-system/macvlan (shared) are not used.',
      ),
    ).toBeInTheDocument();
  });

  it('shows the default pools and who names them, and errors where there is none (S4, S14)', () => {
    const value = networkOf([nicOn('macvlan'), nicOn('macvlan-100')], { source: 'default' });
    renderStep({ value });
    expect(
      screen.getByText('Addresses come from the default pools of attachment kube-system/macvlan.'),
    ).toBeInTheDocument();
    expect(screen.getByText('No default IP pool: Pods would not start.')).toBeInTheDocument();
    expect(
      screen.getByText(/net2: attachment kube-system\/macvlan-100 has no default pool, nor has/),
    ).toBeInTheDocument();
  });

  it('refuses a subnet that another NIC has (S18)', async () => {
    const first = nicOn('macvlan', { subnets: { ipv4: 'subnet-a', ipv6: '' } });
    const { draft, user } = renderStep({ value: networkOf([first, nicOn('macvlan-100')]) });
    await pick(user, /^IPv4 subnet/, /^subnet-a/, 1);
    expect(draft().nics[1]?.subnets.ipv4).toBe('');
    expect(screen.getAllByText(/already chosen for net1/).length).toBeGreaterThan(0);
  });

  it('takes a typed name, unverified, where pools cannot be read (S22)', async () => {
    const view = { ...stepView(), pools: { state: 'forbidden' as const } };
    const { draft, user } = renderStep({ value: networkOf([nicOn('macvlan')], { source: 'pools' }), view });
    await user.click(screen.getByRole('button', { name: /^NIC IP pools, IPv4/ }));
    expect(screen.getAllByText(/You may not list IP pools/).length).toBeGreaterThan(1);
    await user.keyboard('my-pool{Enter}');
    expect(draft().nics[0]?.pools.ipv4).toEqual(['my-pool']);
    expect(screen.getByText(/net1: my-pool unverified, since pools cannot be read/)).toBeInTheDocument();
  });

  it('says what is missing where there is no Spiderpool (S1)', () => {
    const view = stepView({ source: 'none', enableIPv4: false, enableIPv6: false, enableAutoPool: false });
    renderStep({ value: networkOf([nicOn('macvlan')]), view });
    expect(screen.getByText('Spiderpool is not installed in this cluster')).toBeInTheDocument();
    expect(screen.queryByRole('radiogroup')).not.toBeInTheDocument();
    expect(screen.getByText(/takes addresses from Spiderpool, which is not installed/)).toBeInTheDocument();
  });
});

describe.each([
  [
    'en-US',
    {
      subnet: /No subnet is chosen yet/,
      pool: /No pool is chosen yet/,
      byDefault:
        'No subnet is chosen, so no fixed pool is made. Addresses come from the default pools of attachment kube-system/macvlan.',
      noneServes: /No address to count: team will serve none of these Pods/,
      refused: 'will not serve this NIC',
      routes: 'Remove the custom routes',
    },
  ],
  [
    'zh-CN',
    {
      subnet: /尚未选择子网。选择后/,
      pool: /尚未选择 IP 池。选择后/,
      byDefault: '未选择子网，不会创建固定 IP 池。地址来自网络配置 kube-system/macvlan 的默认 IP 池。',
      noneServes: /没有可统计的地址：team 不能为这些 Pod 分配 IP/,
      refused: '不能用于该网卡',
      routes: '删除自定义路由',
    },
  ],
] as const)('while nothing will do, in %s', (language, words) => {
  it.each(['fixed', 'pools'] as const)('counts no addresses and says what is missing: %s', (source) => {
    const view = stepView({ clusterNetwork: 'kube-system/macvlan' });
    renderStep({ value: networkOf([nicOn('macvlan')], { source }), view, language, revealed: true });
    // eth0 and net1
    expect(screen.getAllByText(source === 'fixed' ? words.subnet : words.pool)).toHaveLength(2);
    expect(screen.queryByRole('region', { name: /net1/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('region', { name: /eth0/ })).not.toBeInTheDocument();
  });

  it('says that eth0 gets the default pools while nobody has configured anything', () => {
    renderStep({ view: stepView({ clusterNetwork: 'kube-system/macvlan' }), language, revealed: true });
    expect(screen.getByText(words.byDefault)).toBeInTheDocument();
    expect(screen.getByRole('region', { name: /eth0/ })).toBeInTheDocument();
  });

  it('does not count what a pool has that will not serve, before the attachment is chosen too', () => {
    for (const attachment of ['macvlan', '']) {
      const nic = nicOn(attachment, { pools: { ipv4: ['team'], ipv6: [] } });
      renderStep({ value: networkOf([nic], { source: 'pools' }), language });
    }
    expect(screen.getAllByText(words.noneServes)).toHaveLength(2);
    expect(screen.getAllByText(words.refused)).toHaveLength(2);
    expect(screen.getAllByText(/only for namespace team-a|仅限命名空间 team-a/)).toHaveLength(2);
  });

  it('takes routes away that no NIC can have', async () => {
    const value = networkOf([], { routes: [{ destination: '10.9.0.0/16', gateway: '10.7.0.1' }] });
    const { draft, user } = renderStep({ value, language });
    await user.click(screen.getByRole('button', { name: words.routes }));
    expect(draft().routes).toEqual([]);
  });
});
