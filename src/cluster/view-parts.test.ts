import { describe, expect, it } from 'vitest';
import { known, type Knowledge } from '../domain/cluster-view.ts';
import type { MultusConfig } from '../domain/multus/multus-config.ts';
import { macvlan, sriov, testView } from '../domain/test-cluster.ts';
import { clusterViewOf, type ViewLists } from './view-parts.ts';

const { settings, reserved: _, ...parts } = testView();
const lists: ViewLists = { ...parts, reserved: { state: 'known', value: [] } };
const attachments: ViewLists['attachments'] = { state: 'known', value: [macvlan, sriov] };

function made(multusConfigs: Knowledge<readonly MultusConfig[]>) {
  return clusterViewOf({ ...lists, attachments, multusConfigs }, settings).attachments;
}

const rdma: MultusConfig = { attachment: macvlan.id, rdmaResourceName: 'spidernet.io/rdma' };

describe('the attachments of a view', () => {
  it('have the RDMA resources of their SpiderMultusConfigs', () => {
    const found = known(made({ state: 'known', value: [rdma] }));
    expect(found).toEqual([{ ...macvlan, rdmaResourceName: 'spidernet.io/rdma' }, sriov]);
  });

  it.each([
    { state: 'loading' },
    { state: 'forbidden' },
    { state: 'absent' },
    { state: 'unknown', problem: '500' },
    { state: 'known', value: [] },
  ] as const)('are what they are where these are %o', (configs) => {
    expect(made(configs)).toBe(attachments);
  });

  it('keep their reference while neither list changes', () => {
    const configs = { state: 'known', value: [rdma] } as const;
    expect(made(configs)).toBe(made(configs));
    expect(made({ ...configs })).not.toBe(made(configs));
  });
});
