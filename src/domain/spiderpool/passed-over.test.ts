import { expect, it } from 'vitest';
import { spiderpoolIpam, testAttachment, testNamespace, testPool, testView } from '../test-cluster.ts';
import type { NetworkDraft, NicDraft } from '../workload/draft.ts';
import { emptyNic, newNetwork } from '../workload/new-draft.ts';
import { passedOver, type PassedOver } from './passed-over.ts';
import { addressOrigins } from './precedence.ts';

const view = testView({
  attachments: [
    testAttachment('macvlan', {
      type: 'macvlan',
      ipam: { ...spiderpoolIpam, default_ipv4_ippool: ['own-*'] },
    }),
  ],
  pools: [testPool('own-1'), testPool('p-1'), testPool('team-pool')],
  namespaces: [
    testNamespace('default'),
    testNamespace('team-a', {
      annotations: { 'ipam.spidernet.io/default-ipv4-ippool': '["team-pool"]' },
    }),
  ],
});

const ofNamespace: PassedOver = { from: 'namespace', names: ['team-pool'] };
const ofAttachment: PassedOver = { from: 'attachment', names: ['own-*'] };

it.each<[NetworkDraft['source'], Partial<NicDraft>, string, readonly PassedOver[]]>([
  ['pools', { pools: { ipv4: ['p-1'], ipv6: [] } }, 'team-a', [ofNamespace, ofAttachment]],
  ['pools', { pools: { ipv4: ['p-1'], ipv6: [] } }, 'default', [ofAttachment]],
  ['fixed', { subnets: { ipv4: 's-1', ipv6: '' } }, 'team-a', [ofNamespace, ofAttachment]],
  ['default', {}, 'team-a', [ofAttachment]],
  ['default', {}, 'default', []],
])('%s %j in %s', (source, nic, namespace, expected) => {
  const network = {
    ...newNetwork(),
    source,
    nics: [{ ...emptyNic(), attachment: 'kube-system/macvlan', ...nic }],
  };
  const [, origin] = addressOrigins(network, namespace, view);
  if (origin === undefined) throw new Error('no NIC');
  expect(passedOver(origin, namespace, view)).toEqual(expected);
});
