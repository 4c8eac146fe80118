import { deployment } from '../../../mocks/scenarios/objects/workload-objects.ts';
import { annotations } from '../../../mocks/spiderpool/names.ts';
import { NET1 as net1, subnets, workload } from './case-objects.ts';
import type { ToldCase } from './cases.ts';

const one = { networks: net1 };
const selector = { selector: { matchLabels: { app: 'web' } } };

/** What subnets and the pools made from them come to. */
export const subnetCases: readonly ToldCase[] = [
  {
    id: 'nic-not-in-subnets',
    section: '1.2',
    fact: 'A NIC that `subnets` does not list gets no candidate',
    steps: (o) => [[o.subnet('s', 1, 20), o.web(subnets('+0', { interface: 'net1', ipv4: [o.named('s')] }))]],
  },
  {
    id: 'default-number',
    section: '1.4',
    fact: 'Without ippool-ip-number a pool has exactly as many addresses as replicas, whatever the chart says',
    steps: (o) => [
      [
        o.subnet('s', 1, 20),
        o.web(subnets('', { interface: 'net1', ipv4: [o.named('s')] }), { ...one, replicas: 2 }),
      ],
    ],
  },
  {
    id: 'number-text',
    section: '1.4',
    fact: 'What stands before the plus of ippool-ip-number is discarded',
    steps: (o) => [
      [o.subnet('s', 1, 20), o.web(subnets('abc+2', { interface: 'net1', ipv4: [o.named('s')] }), one)],
    ],
  },
  {
    id: 'number-zero',
    section: '1.4',
    fact: '"0" makes a pool without addresses',
    steps: (o) => [
      [o.subnet('s', 1, 20), o.web(subnets('0', { interface: 'net1', ipv4: [o.named('s')] }), one)],
    ],
  },
  {
    id: 'number-negative',
    section: '1.4',
    fact: 'A negative number is refused in words',
    steps: (o) => [
      [o.subnet('s', 1, 20), o.web(subnets('-1', { interface: 'net1', ipv4: [o.named('s')] }), one)],
    ],
  },
  {
    id: 'subnet-on-two-nics',
    section: '1.3',
    fact: 'One subnet may not serve two NICs',
    steps: (o) => [
      [
        o.subnet('s', 1, 20),
        o.web(
          subnets(
            '+0',
            { interface: 'net1', ipv4: [o.named('s')] },
            { interface: 'net2', ipv4: [o.named('s')] },
          ),
        ),
      ],
    ],
  },
  {
    id: 'subnets-bad-json',
    section: '1.3',
    fact: 'Malformed `subnets`',
    steps: (o) => [[o.web({ [annotations.subnets]: '[{' }, one)]],
  },
  {
    id: 'subnet-too-small',
    section: '4.3',
    fact: 'A subnet with too few addresses makes no pool at all, and the Pods wait 50 s for a sentence that names no cause',
    steps: (o) => [
      [
        o.subnet('s', 1, 2),
        o.web(subnets('+0', { interface: 'net1', ipv4: [o.named('s')] }), { ...one, replicas: 3 }),
      ],
    ],
  },
  {
    id: 'bare-pod',
    section: '1.3',
    fact: '`subnets` is not for a Pod without a controller',
    steps: (o, id) => [
      [
        o.subnet('s', 1, 20),
        {
          kind: 'create',
          object: {
            apiVersion: 'v1',
            kind: 'Pod',
            metadata: {
              name: 'web',
              namespace: id,
              annotations: {
                [annotations.networks]: net1,
                ...subnets('1', { interface: 'net1', ipv4: [o.named('s')] }),
              },
            },
            spec: { containers: [{ name: 'web', image: 'registry.example.com/library/nginx:1.27' }] },
          },
        },
      ],
    ],
  },
  {
    id: 'daemonset',
    section: '4.3',
    fact: 'A DaemonSet gets as many addresses as it wants Pods',
    steps: (o, id) => [
      [
        o.subnet('s', 1, 20),
        workload(
          'apps/v1',
          'DaemonSet',
          id,
          subnets('+1', { interface: 'net1', ipv4: [o.named('s')] }),
          selector,
        ),
      ],
    ],
  },
  {
    id: 'job',
    section: '4.3',
    fact: 'A Job gets as many addresses as completions, and its ended Pods give theirs back',
    steps: (o, id) => [
      [
        o.subnet('s', 1, 20),
        workload(
          'batch/v1',
          'Job',
          id,
          subnets('+0', { interface: 'net1', ipv4: [o.named('s')] }),
          { completions: 3, parallelism: 3 },
          { restartPolicy: 'Never' },
        ),
      ],
    ],
  },
  {
    id: 'replication-controller',
    section: '4.3',
    fact: 'A ReplicationController never matches the affinity of its own pool',
    notSimulated: {
      because: 'no ReplicationControllers are served',
      real: [
        /^Pod web Pending: .*unmatched Pod annifity of auto-created IPool auto4-web-net1-\*/,
        /^Pool auto4-web-net1-\*: .* 0 of 2, number 2, .*owner-application-kind=ReplicationController/,
      ],
    },
    steps: (o, id) => [
      [
        o.subnet('s', 1, 20),
        workload(
          'v1',
          'ReplicationController',
          id,
          subnets('2', { interface: 'net1', ipv4: [o.named('s')] }),
          { replicas: 1, selector: { app: 'web' } },
        ),
      ],
    ],
  },
  {
    id: 'long-name',
    section: '4.2',
    fact: 'No pool for a workload whose name is longer than a label',
    steps: (o, id) => [
      [
        o.subnet('s', 1, 20),
        {
          kind: 'create',
          object: {
            ...deployment(id, 'web', {
              annotations: {
                [annotations.networks]: net1,
                ...subnets('+1', { interface: 'net1', ipv4: [o.named('s')] }),
              },
            }),
            // Its labels are short, so that its name alone is too long.
            metadata: { name: `w${'x'.repeat(63)}`, namespace: id },
          },
        },
      ],
    ],
  },
];
