import { manyRecords, testAutoscaler, testPool, testSubnet, testView } from '../../test-cluster.ts';
import { at, network } from './nic-changes.ts';
import { type Change, nicOn, pools, type RuleTable, subnets } from './rule-table.ts';

const three = '10.6.0.10-10.6.0.12';
const view = testView({
  pools: [
    testPool('three', { ips: [three] }),
    testPool('four', { ips: ['10.6.0.20-10.6.0.23'] }),
    testPool('five', { ips: ['10.6.0.30-10.6.0.34'] }),
    testPool('full', { ips: ['10.6.64.0-10.6.127.255'] }, { allocatedIPs: manyRecords(4998) }),
    testPool('team', { namespaceName: ['team-a'] }),
    testPool('torn', { ips: ['10.6.0.40-10.6.0.49'] }, { allocatedIPs: '{' }),
    testPool('torn-three', { ips: ['10.6.0.50-10.6.0.52'] }, { allocatedIPs: '{' }),
  ],
  subnets: [
    testSubnet('vast', { subnet: '10.64.0.0/16', ips: ['10.64.0.0-10.64.255.255'] }),
    testSubnet('ten'),
    testSubnet('four', { subnet: '10.8.0.0/16', ips: ['10.8.0.10-10.8.0.13'] }),
  ],
});

/** With an autoscaler of the workload that may ask for so many Pods. */
const scaledTo = (maxReplicas: number, name = 'web') => ({
  ...view,
  autoscalers: testView({ autoscalers: [testAutoscaler('hpa', { maxReplicas, name })] }).autoscalers,
});
const scaled = scaledTo(9);

/** Replicas, then NICs on `kube-system/macvlan`. */
function asking(replicas: number, change: Change): Change {
  return (draft) => {
    draft.basics.replicas = String(replicas);
    change(draft);
  };
}

const manual = (replicas: number, ...names: string[]) => ({
  change: asking(replicas, network('pools', [nicOn('macvlan', pools(names))])),
  view,
});
const fixed = (replicas: number, elastic: number, subnet: string) => ({
  change: asking(
    replicas,
    network('fixed', [nicOn('macvlan', subnets(subnet))], {
      elastic: { enabled: true, count: String(elastic), form: 'elastic' },
    }),
  ),
  view,
});

const inPools = at('nics.0.pools.ipv4');
const inSubnets = at('nics.0.subnets.ipv4');

export const capacityRules = {
  'capacity.short': {
    severity: 'error',
    fires: [
      {
        ...manual(4, 'three'),
        ...inPools,
        params: { nic: 'net1', family: 'IPv4', first: 4, replicas: 4, capacity: '3' },
      },
      { ...manual(9, 'three', 'five'), ...inPools, params: { first: 9 } },
      { ...manual(4, 'three', 'team'), ...inPools, params: { first: 4 } },
      { ...manual(4, 'torn-three'), ...inPools, params: { first: 4 } },
      { ...manual(3, 'full'), ...inPools, params: { first: 3, capacity: '2' } },
      { ...fixed(5001, 1, 'vast'), ...inSubnets, params: { first: 5001, capacity: '5000' } },
    ],
    silent: [
      manual(1, 'full'),
      manual(3, 'full', 'three'),
      fixed(4900, 100, 'vast'),
      manual(3, 'three'),
      manual(8, 'three', 'five'),
      manual(0, 'team'),
      // Every pool is shut out: that is a finding of its own.
      manual(1, 'team'),
      fixed(3, 0, 'ten'),
    ],
  },
  'capacity.subnetShort': {
    severity: 'error',
    fires: [{ ...fixed(3, 2, 'four'), ...inSubnets, params: { subnet: 'four', needed: '5', free: '4' } }],
    silent: [
      fixed(3, 1, 'four'),
      fixed(0, 5, 'four'),
      fixed(9, 1, 'ten'),
      { ...fixed(3, 2, 'four'), view: { ...view, subnets: { state: 'forbidden' } } },
      // Without the pools it is not known whether one was kept for the workload.
      { ...fixed(3, 2, 'four'), view: { ...view, pools: { state: 'forbidden' } } },
    ],
  },
  'capacity.deadlock': {
    severity: 'error',
    fires: [
      { ...fixed(3, 0, 'ten'), ...inSubnets, params: { replicas: 3, surge: 1, capacity: '3' } },
      { ...manual(3, 'three'), ...inPools },
      // The subnet may not be read, but no subnet makes this pool large enough.
      { ...fixed(3, 0, 'ten'), ...inSubnets, view: { ...view, subnets: { state: 'forbidden' } } },
    ],
    silent: [
      fixed(3, 1, 'ten'),
      fixed(4, 0, 'ten'),
      manual(3, 'four'),
      {
        ...fixed(3, 0, 'ten'),
        change: (draft) => {
          fixed(3, 0, 'ten').change(draft);
          draft.upgrade.strategy = 'Recreate';
        },
      },
    ],
  },
  'capacity.tight': {
    severity: 'warning',
    fires: [
      { ...fixed(4, 0, 'ten'), ...inSubnets, params: { peak: 5, capacity: '4' } },
      { ...fixed(5, 1, 'ten'), ...inSubnets, params: { peak: 7, capacity: '6' } },
      { ...manual(5, 'five'), ...inPools, params: { peak: 7, capacity: '5' } },
    ],
    silent: [fixed(4, 1, 'ten'), fixed(5, 2, 'ten'), manual(3, 'four'), manual(3, 'three')],
  },
  'capacity.autoscaler': {
    severity: 'warning',
    fires: [
      {
        ...manual(3, 'five'),
        ...inPools,
        view: scaled,
        params: { autoscaler: 'hpa', maximum: 9, capacity: '5' },
      },
      // The fixed pool grows with the replicas as far as its subnet goes: ten addresses, two of them elastic.
      { ...fixed(3, 2, 'ten'), ...inSubnets, view: scaled, params: { maximum: 9, capacity: '8' } },
    ],
    silent: [
      manual(3, 'five'),
      { ...manual(9, 'three', 'four', 'five'), view: scaled },
      { ...fixed(3, 1, 'ten'), view: scaled },
      // The replicas alone are too many: said once.
      { ...manual(6, 'five'), view: scaled },
    ],
  },
  'capacity.recordLimit': {
    severity: 'note',
    fires: [
      { ...manual(3, 'full'), ...inPools, params: { limit: 5000 } },
      { ...manual(2, 'full'), ...inPools, params: { nic: 'net1', family: 'IPv4' } },
      { ...fixed(5001, 1, 'vast'), ...inSubnets },
      { ...fixed(5000, 1, 'vast'), ...inSubnets },
    ],
    silent: [manual(1, 'full'), manual(9, 'three'), fixed(9, 0, 'four'), fixed(4900, 100, 'vast')],
  },
  'capacity.autoscalerDeadlock': {
    severity: 'warning',
    fires: [
      {
        ...manual(1, 'three'),
        ...inPools,
        view: scaledTo(3),
        params: { autoscaler: 'hpa', maximum: 3, peak: 4, capacity: '3' },
      },
    ],
    silent: [
      { ...manual(1, 'four'), view: scaledTo(3) },
      // Too many Pods altogether, and those of now: other findings.
      { ...manual(1, 'three'), view: scaledTo(9) },
      { ...manual(3, 'three'), view: scaledTo(3) },
      { ...manual(1, 'three'), view: scaledTo(3, 'web-2') },
    ],
  },
  'capacity.autoscalerTight': {
    severity: 'note',
    fires: [
      {
        ...manual(3, 'five', 'four'),
        ...inPools,
        view: scaled,
        params: { autoscaler: 'hpa', maximum: 9, peak: 12, capacity: '9' },
      },
      { ...fixed(3, 1, 'ten'), ...inSubnets, view: scaled, params: { peak: 12, capacity: '10' } },
    ],
    silent: [
      { ...manual(3, 'five', 'four', 'three'), view: scaled },
      { ...manual(3, 'five'), view: scaled },
      { ...manual(5, 'five'), view: scaledTo(5) },
    ],
  },
  'capacity.autoscalersUnknown': {
    severity: 'note',
    fires: [
      { ...manual(3, 'five'), at: 'basics.replicas', view: { ...view, autoscalers: { state: 'forbidden' } } },
      {
        ...manual(3, 'five'),
        at: 'basics.replicas',
        view: { ...view, autoscalers: { state: 'unknown', problem: '500' } },
      },
    ],
    silent: [
      manual(3, 'five'),
      { ...manual(3, 'five'), view: { ...view, autoscalers: { state: 'absent' } } },
      { ...manual(3, 'five'), view: { ...view, autoscalers: { state: 'loading' } } },
      { change: network('pools', []), view: { ...view, autoscalers: { state: 'forbidden' } } },
    ],
  },
  'capacity.allocationsUnknown': {
    severity: 'note',
    fires: [{ ...manual(3, 'torn'), ...inPools, params: { replicas: 3 } }],
    silent: [manual(3, 'five'), manual(9, 'torn-three')],
  },
  'capacity.upperBound': {
    severity: 'note',
    fires: [{ ...manual(3, 'five'), ...inPools, view: { ...view, reserved: { state: 'forbidden' } } }],
    silent: [
      manual(3, 'five'),
      { ...manual(9, 'five'), view: { ...view, reserved: { state: 'forbidden' } } },
      { ...manual(3, 'five'), view: { ...view, reserved: { state: 'loading' } } },
      { ...manual(3, 'five'), view: { ...view, reserved: { state: 'absent' } } },
    ],
  },
} satisfies RuleTable;
