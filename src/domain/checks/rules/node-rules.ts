import { macvlan, testNode, testView } from '../../test-cluster.ts';
import { at, manual, network, p1, view } from './nic-changes.ts';
import { nicOn, type RuleTable } from './rule-table.ts';

const zones = testView({
  nodes: [testNode('worker1', { labels: { zone: 'a' } }), testNode('worker2', { labels: { zone: 'b' } })],
});

/** What no node has that the Pods need: labels, devices. */
export const nodeRules = {
  'scheduling.noNode': {
    severity: 'warning',
    fires: [
      {
        at: 'scheduling.nodeSelector.0.key',
        change: ({ scheduling }) => scheduling.nodeSelector.push({ key: 'zone', value: 'c' }),
        view: zones,
      },
      {
        at: 'scheduling.nodeSelector.0.key',
        change: ({ scheduling }) => scheduling.nodeSelector.push({ key: 'zone', value: 'a' }),
        view: testView({ nodes: [testNode('w', { labels: { zone: 'a' }, ready: false })] }),
      },
    ],
    silent: [
      { change: ({ scheduling }) => scheduling.nodeSelector.push({ key: 'zone', value: 'a' }), view: zones },
      { change: () => undefined, view: testView({ nodes: [] }) },
    ],
  },
  'devices.noNode': {
    severity: 'error',
    fires: [
      { ...manual(nicOn('sriov')), ...at('deviceResources'), params: { devices: '1 × spidernet.io/sriov' } },
      { ...manual(nicOn('sriov'), nicOn('sriov')), ...at('deviceResources'), view: withDevices('1') },
      { ...rdma({ name: 'spidernet.io/rdma', count: '1' }), params: { devices: '1 × spidernet.io/rdma' } },
    ],
    silent: [
      { ...manual(nicOn('sriov')), view: withDevices('1') },
      // RDMA that nobody asks for keeps no Pod away.
      rdma(),
      { change: network('pools', [p1]), view: testView({ nodes: [] }) },
      { ...manual(nicOn('sriov')), view: { ...view, nodes: { state: 'forbidden' } } },
    ],
  },
} satisfies RuleTable;

/** A NIC with RDMA devices behind it, of which no node has any, and what is asked for. */
function rdma(...deviceResources: { name: string; count: string }[]) {
  return {
    ...at('deviceResources'),
    change: network('pools', [p1], { deviceResources }),
    view: {
      ...view,
      attachments: { state: 'known', value: [{ ...macvlan, rdmaResourceName: 'spidernet.io/rdma' }] },
    } as const,
  };
}

function withDevices(count: string) {
  const node = testNode('worker1', { allocatable: { 'spidernet.io/sriov': count } });
  return { ...view, nodes: { state: 'known', value: [node] } } as const;
}
