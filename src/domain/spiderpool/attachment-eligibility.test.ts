import { describe, expect, it } from 'vitest';
import type { ClusterView } from '../cluster-view.ts';
import type { Attachment } from '../multus/attachment.ts';
import {
  calico,
  macvlan,
  sriov,
  testAttachment,
  testNamespace,
  testNode,
  testPool,
  testView,
} from '../test-cluster.ts';
import type { AddressSource, NicDraft } from '../workload/draft.ts';
import { emptyNic, newNetwork } from '../workload/new-draft.ts';
import { attachmentsFor, explainAttachment } from './attachment-eligibility.ts';
import type { AttachmentReasonCode } from './attachment-eligibility.ts';
import type { PodContext } from './pod-context.ts';
import type { Verdict } from './reason.ts';
import type { NicIndex } from './with-nic.ts';

const pod: PodContext = {
  namespace: 'default',
  workload: { group: 'apps', version: 'v1', kind: 'Deployment', name: 'web' },
  podLabels: {},
  nodeSelector: {},
};
const ipam = { type: 'spiderpool' };
const withDefaults = testAttachment('defaults', {
  type: 'ipvlan',
  ipam: { ...ipam, default_ipv4_ippool: ['p'], default_ipv6_ippool: [] },
});
const device = testNode('worker1', { labels: { zone: 'a' }, allocatable: { 'spidernet.io/sriov': '8' } });

interface Ask {
  attachment: Attachment;
  index?: NicIndex;
  source?: AddressSource;
  nic?: Partial<NicDraft>;
  eth0?: string;
  view?: ClusterView;
  pod?: PodContext;
}

function explain({
  attachment,
  index = 0,
  source = 'pools',
  nic = {},
  eth0 = '',
  view,
  pod: asked = pod,
}: Ask) {
  const row = { ...emptyNic(), ...nic };
  const network = {
    ...newNetwork(),
    source,
    eth0: { ...emptyNic(), attachment: eth0, ...(index === 'eth0' ? nic : {}) },
    nics: [row],
  };
  const attachments = [macvlan, calico, sriov, attachment];
  return explainAttachment(
    attachment,
    { network, index },
    asked,
    view ?? testView({ attachments, nodes: [device] }),
  );
}

const clusterDefault = testPool('d', { default: true });
const bound = testPool('bound', { multusName: ['kube-system/other'] });

const rows: [story: string, ask: Ask, verdict: Verdict, codes: AttachmentReasonCode[], upstream?: string][] =
  [
    ['an underlay with Spiderpool', { attachment: macvlan }, 'eligible', []],
    ['an overlay as eth0', { attachment: calico, index: 'eth0' }, 'eligible', []],
    ['an underlay as eth0', { attachment: macvlan, index: 'eth0' }, 'eligible', []],
    ['a CNI file as an added NIC', { attachment: calico }, 'conditional', ['attachment.nodeFile']],
    [
      'the CNI file of the cluster network as an added NIC',
      {
        attachment: calico,
        view: testView({ attachments: [calico], settings: { clusterNetwork: 'calico' } }),
      },
      'no',
      ['attachment.overlay'],
    ],
    [
      'an overlay by type as an added NIC',
      { attachment: testAttachment('x', { type: 'cilium-cni' }) },
      'no',
      ['attachment.overlay'],
    ],
    [
      'an underlay with the name of an overlay',
      { attachment: testAttachment('calico', { type: 'macvlan', ipam }) },
      'eligible',
      [],
    ],
    ['not readable', { attachment: testAttachment('x', '{') }, 'no', ['attachment.unreadable']],
    [
      'an unknown type',
      { attachment: testAttachment('x', { type: 'my-cni', ipam }) },
      'conditional',
      ['attachment.unknownType'],
    ],
    [
      'disableIPAM',
      { attachment: testAttachment('x', { type: 'macvlan' }) },
      'conditional',
      ['attachment.otherIpam'],
    ],
    [
      'disableIPAM as eth0',
      { attachment: testAttachment('x', { type: 'macvlan' }), index: 'eth0' },
      'eligible',
      [],
    ],
    ['SR-IOV with devices', { attachment: sriov }, 'eligible', []],
    [
      'SR-IOV that names no resource',
      { attachment: testAttachment('x', { type: 'sriov', ipam }) },
      'no',
      ['attachment.noResource'],
      'SRIOV-CNI failed to load netconf: LoadConf(): VF pci addr is required',
    ],
    [
      'SR-IOV without a node that has the resource',
      {
        attachment: sriov,
        view: testView({ nodes: [testNode('worker1', { allocatable: { 'spidernet.io/sriov': '0' } })] }),
      },
      'no',
      ['attachment.resourceAbsent'],
      'Insufficient spidernet.io/sriov',
    ],
    [
      'RDMA without a node that has the resource',
      { attachment: { ...macvlan, rdmaResourceName: 'spidernet.io/rdma' } },
      'no',
      ['attachment.resourceAbsent'],
      'Insufficient spidernet.io/rdma',
    ],
    [
      'RDMA with such a node',
      {
        attachment: { ...macvlan, rdmaResourceName: 'spidernet.io/rdma' },
        view: testView({ nodes: [testNode('worker1', { allocatable: { 'spidernet.io/rdma': '100' } })] }),
      },
      'eligible',
      [],
    ],
    [
      'SR-IOV where the node selector leaves no such node',
      { attachment: sriov, pod: { ...pod, nodeSelector: { zone: 'b' } } },
      'no',
      ['attachment.resourceAbsent'],
      'Insufficient spidernet.io/sriov',
    ],
    [
      'SR-IOV where nodes may not be read',
      { attachment: sriov, view: { ...testView(), nodes: { state: 'forbidden' } } },
      'eligible',
      [],
    ],
    ['default mode, with default pools', { attachment: withDefaults, source: 'default' }, 'eligible', []],
    [
      'default mode, with none anywhere',
      { attachment: macvlan, source: 'default' },
      'no',
      ['attachment.noDefaultPool'],
      'no IPPool available, no pool selection rules of any type are specified',
    ],
    [
      'default mode, with pools of the cluster',
      { attachment: macvlan, source: 'default', view: testView({ pools: [clusterDefault] }) },
      'conditional',
      ['attachment.noDefaultPool'],
    ],
    [
      'default mode, with pools of the namespace',
      {
        attachment: macvlan,
        source: 'default',
        view: testView({
          pools: [testPool('n')],
          namespaces: [
            testNamespace('default', { annotations: { 'ipam.spidernet.io/default-ipv4-ippool': '["n"]' } }),
          ],
        }),
      },
      'eligible',
      [],
    ],
    [
      'a chosen pool is bound to others',
      {
        attachment: macvlan,
        nic: { pools: { ipv4: ['bound', 'gone'], ipv6: [] } },
        view: testView({ pools: [bound] }),
      },
      'no',
      ['attachment.excludedByPool'],
    ],
    [
      'a pool of another mode does not count',
      {
        attachment: macvlan,
        source: 'fixed',
        nic: { pools: { ipv4: ['bound'], ipv6: [] } },
        view: testView({ pools: [bound] }),
      },
      'eligible',
      [],
    ],
  ];

const underlayMode = testAttachment('u', {
  plugins: [
    { type: 'macvlan', ipam },
    { type: 'coordinator', mode: 'underlay' },
  ],
});

describe('explainAttachment', () => {
  it.each(rows)('%s', (_story, ask, verdict, codes, upstream) => {
    const { verdict: given, reasons } = explain(ask);
    expect([given, reasons.map(({ code }) => code)]).toEqual([verdict, codes]);
    expect(reasons[0]?.upstream).toBe(upstream);
  });

  it.each([
    [undefined, ''],
    [{ type: 'whereabouts' }, 'whereabouts'],
  ])('names the other IPAM: %j', (other, name) => {
    const attachment = testAttachment('x', { type: 'macvlan', ipam: other });
    expect(explain({ attachment }).reasons.map(({ params }) => params)).toEqual([
      { attachment: 'kube-system/x', ipam: name },
    ]);
  });

  it('a coordinator in underlay mode does not go beside an overlay eth0', () => {
    expect(explain({ attachment: underlayMode }).reasons.map(({ code }) => code)).toEqual([
      'attachment.coordinatorMode',
    ]);
    expect(explain({ attachment: underlayMode, eth0: 'kube-system/macvlan' }).verdict).toBe('eligible');
    expect(explain({ attachment: underlayMode, index: 'eth0' }).verdict).toBe('eligible');
  });
});

it('attachmentsFor has all of them, the best first and by name', () => {
  const odd = testAttachment('odd', { type: 'my-cni', ipam });
  const view = testView({ attachments: [calico, odd, sriov, macvlan], nodes: [device] });
  const asker = { network: { ...newNetwork(), nics: [emptyNic()] }, index: 0 };
  expect(attachmentsFor(asker, pod, view).map(({ attachment }) => attachment.name)).toEqual([
    'macvlan',
    'sriov',
    'calico',
    'odd',
  ]);
  expect(attachmentsFor(asker, pod, { ...view, attachments: { state: 'absent' } })).toEqual([]);
});
