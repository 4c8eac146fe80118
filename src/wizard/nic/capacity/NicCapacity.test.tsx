import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { UpgradeDraft } from '../../../domain/workload/draft.ts';
import { networkOf, nicOn, renderStep, stepView } from '../test-step.tsx';

const fixed = (subnet: string, count: string) =>
  networkOf([nicOn('macvlan', { subnets: { ipv4: subnet, ipv6: '' } })], {
    elastic: { enabled: true, count, form: 'elastic' },
  });
const block = (language: 'en' | 'zh' = 'en') =>
  within(screen.getByRole('region', { name: language === 'en' ? 'Addresses of net1' : 'net1 的 IP 容量' }));
const remedies = () =>
  block()
    .queryAllByRole('button')
    .map(({ textContent }) => textContent);

describe('NicCapacity', () => {
  it('says how the addresses are spent, and with which sum', async () => {
    const { user } = renderStep({ value: fixed('subnet-a', '2') });
    expect(block().getByText('3 needed now')).toBeInTheDocument();
    expect(block().getByText('+1 at the rollout’s peak')).toBeInTheDocument();
    expect(block().getByText('1 more in the fixed pool')).toBeInTheDocument();
    expect(block().getByText('5 of 10 left free')).toBeInTheDocument();
    const sum = block().getByText(/3 replicas \+ 2 elastic = 5 addresses/);
    expect(sum).not.toBeVisible();
    await user.click(block().getByText(/How this is counted/));
    expect(sum).toBeVisible();
    expect(block().getByText(/3 replicas \+ 1 surge = 4 Pods/)).toBeVisible();
  });

  it('offers what mends a rollout that stops; one click does it', async () => {
    const onChangeUpgrade = vi.fn<(upgrade: UpgradeDraft) => void>();
    const { user, draft } = renderStep({ value: fixed('subnet-a', '0'), onChangeUpgrade });
    expect(block().getByText(/a rolling update would stop/)).toBeInTheDocument();
    expect(remedies()).toEqual(['Set elastic IPs to 1', 'Allow 1 unavailable', 'Use Recreate']);
    await user.click(block().getByRole('button', { name: 'Allow 1 unavailable' }));
    expect(onChangeUpgrade.mock.lastCall?.[0].maxUnavailable).toBe('1');
    expect(draft().elastic.count).toBe('0');
    await user.click(block().getByRole('button', { name: 'Set elastic IPs to 1' }));
    expect(draft().elastic.count).toBe('1');
    expect(block().queryByText(/a rolling update would stop/)).not.toBeInTheDocument();
    expect(block().getByText(/Enough for every Pod/)).toBeInTheDocument();
    expect(document.activeElement?.id).toMatch(/-network-nics-0-subnets/);
  });

  it('offers no change of the strategy where the form around has none', () => {
    renderStep({ value: fixed('subnet-a', '0') });
    expect(remedies()).toEqual(['Set elastic IPs to 1']);
  });

  it('names the first Pod that fails, once for each family and not at the field too', () => {
    const nic = nicOn('macvlan', { pools: { ipv4: ['shared'], ipv6: ['six'] } });
    renderStep({ value: networkOf([nic], { source: 'pools' }), replicas: '11', language: 'zh-CN' });
    expect(screen.getAllByText(/11 个 Pod 中的第 11 个起分配不到 IP/)).toHaveLength(2);
    expect(block('zh').getByText(/net1 IPv6：11 个 Pod/)).toBeInTheDocument();
    expect(block('zh').getAllByText('缺少 4 个')).toHaveLength(2);
  });

  it('says that nothing can be told where pools may not be read', () => {
    const view = { ...stepView(), pools: { state: 'forbidden' } as const };
    const value = networkOf([nicOn('macvlan', { pools: { ipv4: ['shared'], ipv6: [] } })], {
      source: 'pools',
    });
    renderStep({ value, view });
    expect(block().getByText(/whether the addresses will do is not known/)).toBeInTheDocument();
    expect(block().queryByText(/Enough/)).not.toBeInTheDocument();
  });

  it('says of what it could not see', () => {
    const view = {
      ...stepView(),
      reserved: { state: 'forbidden' } as const,
      autoscalers: { state: 'forbidden' } as const,
    };
    renderStep({ value: fixed('subnet-a', '2'), view });
    expect(block().getByText('at most 5 of 10 left free')).toBeInTheDocument();
    expect(block().getByText(/reserved addresses may not be read/)).toBeInTheDocument();
    expect(block().getByText(/Autoscalers may not be read/)).toBeInTheDocument();
  });
});
