import { describe, expect, it } from 'vitest';
import { emptyNic, newNetwork, newUpgrade } from '../../../domain/workload/new-draft.ts';
import type { NicView } from '../nic-view.ts';
import { capacityOf } from './capacity.ts';

function nicWith(...stocks: readonly (readonly [free: bigint, total: bigint] | undefined)[]): NicView {
  return {
    stocks: {
      ipv4: stocks.map((stock, index) => ({
        kind: 'pool',
        name: `p${index}`,
        facts: stock && { cidr: '10.6.0.0/16', gateway: undefined, free: stock[0], total: stock[1] },
      })),
      ipv6: [],
    },
    nic: emptyNic(),
  } as unknown as NicView;
}

const fixed = { ...newNetwork(), elastic: { enabled: true, count: '2', form: 'elastic' as const } };
const pools = { ...fixed, source: 'pools' as const };

describe('capacityOf', () => {
  it('takes replicas and elastic addresses of a fixed pool from the subnet at once', () => {
    expect(capacityOf(nicWith([29n, 100n]), 'ipv4', fixed, '3', newUpgrade())).toEqual({
      total: 100n,
      inUse: 71n,
      mine: 5n,
      rollout: 0n,
      left: 24n,
    });
  });

  it('adds the Pods of a rolling update to what shared pools must give', () => {
    expect(capacityOf(nicWith([10n, 10n], [2n, 50n]), 'ipv4', pools, '3', newUpgrade())).toEqual({
      total: 60n,
      inUse: 48n,
      mine: 3n,
      rollout: 1n,
      left: 8n,
    });
  });

  it('needs nothing beyond the replicas when the strategy is Recreate', () => {
    const upgrade = { ...newUpgrade(), strategy: 'Recreate' as const };
    expect(capacityOf(nicWith([10n, 10n]), 'ipv4', pools, '3', upgrade)?.rollout).toBe(0n);
  });

  it('goes below zero where addresses are short', () => {
    expect(capacityOf(nicWith([2n, 3n]), 'ipv4', pools, '3', newUpgrade())?.left).toBe(-2n);
  });

  it.each([
    ['nothing is chosen', nicWith(), '3'],
    ['one of the pools cannot be read', nicWith([1n, 2n], undefined), '3'],
    ['the replicas are being typed', nicWith([1n, 2n]), '3x'],
  ])('says nothing while %s', (_, nic, replicas) => {
    expect(capacityOf(nic, 'ipv4', pools, replicas, newUpgrade())).toBeUndefined();
  });
});
