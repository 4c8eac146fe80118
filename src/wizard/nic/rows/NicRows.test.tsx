import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { focusField } from '../../../ui/field-id.ts';
import { networkOf, nicOn, renderStep, stepView } from '../test-step.tsx';

const added = (network: { nics: readonly { attachment: string }[] }) =>
  network.nics.map(({ attachment }) => attachment.replace('kube-system/', ''));
const three = () => networkOf([nicOn('macvlan'), nicOn('macvlan-100'), nicOn('sriov')]);
const focusedId = () => document.activeElement?.id.replace(/^.*-network-/, '');

describe('NicRows', () => {
  it('adds a NIC and puts the focus on its attachment; it does not scold before somebody has been there', async () => {
    const { draft, user } = renderStep();
    await user.click(screen.getByRole('button', { name: 'Add NIC net1' }));
    expect(draft().nics).toHaveLength(1);
    expect(focusedId()).toBe('nics-0-attachment');
    expect(screen.queryByText(/choose an attachment, or remove/)).not.toBeInTheDocument();
    await user.keyboard('{Enter}{Escape}');
    expect(focusedId()).toBe('nics-0-attachment');
    expect(screen.getByText(/choose an attachment, or remove/)).toBeInTheDocument();
  });

  it('does not scold a NIC for what was left open in one that stood at its place (S21)', async () => {
    const { user } = renderStep();
    const asks = () => screen.queryAllByText(/choose an attachment, or remove/);
    await user.click(screen.getByRole('button', { name: 'Add NIC net1' }));
    await user.keyboard('{Enter}{Escape}');
    await user.click(screen.getByRole('button', { name: 'Remove net1' }));
    await user.click(screen.getByRole('button', { name: 'Add NIC net1' }));
    expect(asks()).toHaveLength(0);
    // What was left open goes with its NIC.
    await user.keyboard('{Enter}{Escape}');
    await user.click(screen.getByRole('button', { name: 'Add NIC net2' }));
    expect(asks()).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Move net1 down' }));
    expect(asks()).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Remove net1' }));
    expect(asks()).toHaveLength(1);
  });

  it('names NICs by position, and the focus stays among the rows when one is removed (S21)', async () => {
    const { draft, user } = renderStep({ value: three() });
    await user.click(screen.getByRole('button', { name: 'Remove net1' }));
    expect(added(draft())).toEqual(['macvlan-100', 'sriov']);
    expect(focusedId()).toBe('nics-0-row');
    expect(document.activeElement).toHaveAccessibleName('net1');
    await user.click(screen.getByRole('button', { name: 'Remove net2' }));
    await user.click(screen.getByRole('button', { name: 'Remove net1' }));
    expect(focusedId()).toBe('nics');
  });

  it('moves a NIC with what is chosen for it, by buttons and by arrow keys, and says so', async () => {
    const value = networkOf([nicOn('macvlan', { subnets: { ipv4: 'subnet-a', ipv6: '' } }), nicOn('sriov')]);
    const { draft, user } = renderStep({ value });
    await user.click(screen.getByRole('button', { name: 'Move net1 down' }));
    expect(added(draft())).toEqual(['sriov', 'macvlan']);
    expect(draft().nics[1]?.subnets.ipv4).toBe('subnet-a');
    expect(screen.getByText('net1 is now net2')).toBeInTheDocument();
    expect(focusedId()).toBe('nics-1-handle');
    await user.keyboard('{ArrowUp}');
    expect(added(draft())).toEqual(['macvlan', 'sriov']);
    expect(focusedId()).toBe('nics-0-handle');
    await user.keyboard('{ArrowUp}');
    expect(added(draft())).toEqual(['macvlan', 'sriov']);
  });

  it('says what was done in the language of now', async () => {
    const { host, user } = renderStep();
    await user.click(screen.getByRole('button', { name: 'Add NIC net1' }));
    expect(screen.getByText('net1 added')).toBeInTheDocument();
    act(() => host.locale.set('zh-CN'));
    expect(await screen.findByText('已添加 net1')).toBeInTheDocument();
    expect(screen.queryByText('net1 added')).not.toBeInTheDocument();
  });

  it('says how to get an attachment where there is none', async () => {
    const { user } = renderStep({ view: { ...stepView(), attachments: { state: 'known', value: [] } } });
    await user.click(screen.getByRole('button', { name: 'Add NIC net1' }));
    await user.keyboard('{Enter}');
    expect(screen.getByText(/A cluster administrator adds one, as a SpiderMultusConfig/)).toBeInTheDocument();
  });

  it('moves a NIC by dragging it', () => {
    const { draft } = renderStep({ value: three() });
    const kept = new Map<string, string>();
    const dataTransfer = {
      setData: (type: string, value: string) => kept.set(type, value),
      getData: (type: string) => kept.get(type) ?? '',
      get types() {
        return [...kept.keys()];
      },
      setDragImage: () => {},
    };
    fireEvent.dragStart(screen.getByRole('button', { name: /^Reorder net3/ }), { dataTransfer });
    const eth0 = screen.getByRole('button', { name: 'eth0' }).closest('li');
    if (eth0 === null) throw new Error('no row of eth0');
    fireEvent.dragOver(eth0, { dataTransfer });
    fireEvent.drop(eth0, { dataTransfer });
    expect(added(draft())).toEqual(['sriov', 'macvlan', 'macvlan-100']);
  });

  it('duplicates a NIC without its subnet, which two NICs cannot share', async () => {
    const nic = nicOn('macvlan', { subnets: { ipv4: 'subnet-a', ipv6: '' } });
    const { draft, user } = renderStep({ value: networkOf([nic]) });
    await user.click(screen.getByRole('button', { name: 'Duplicate net1' }));
    expect(added(draft())).toEqual(['macvlan', 'macvlan']);
    expect(draft().nics[1]?.subnets.ipv4).toBe('');
    expect(focusedId()).toBe('nics-1-attachment');
  });

  it('folds many rows to one line each; a finding that is jumped to opens its row', async () => {
    const nics = Array.from({ length: 8 }, () => nicOn('macvlan', { pools: { ipv4: ['nope'], ipv6: [] } }));
    const { user } = renderStep({ value: networkOf(nics, { source: 'pools' }) });
    expect(screen.getByRole('button', { name: 'net8' })).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByRole('button', { name: /^NIC IP pools/ })).not.toBeInTheDocument();
    const prefix = screen.getByRole('button', { name: 'net8' }).id.replace(/-network-.*$/, '');
    expect(focusField(prefix, 'network.nics.4.pools.ipv4')).toBe(true);
    expect(screen.getByRole('button', { name: 'net5' })).toHaveAttribute('aria-expanded', 'true');
    expect(document.activeElement).toHaveAccessibleName(/^NIC IP pools, IPv4/);
    await user.click(screen.getByRole('button', { name: 'net5' }));
    expect(screen.getByRole('button', { name: 'net5' })).toHaveAttribute('aria-expanded', 'false');
  });
});
