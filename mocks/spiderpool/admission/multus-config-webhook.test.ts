import { describe, expect, it } from 'vitest';
import { macvlan, sriov } from '../../scenarios/objects/attachment-objects.ts';
import { namespace } from '../../scenarios/objects/cluster-objects.ts';
import { deployment } from '../../scenarios/objects/workload-objects.ts';
import type { NewKubeObject } from '../../store/store.ts';
import { createBench, refusal } from '../bench.ts';
import { bareCluster } from '../bench-objects.ts';
import { annotations, MULTUS_CONFIGS } from '../names.ts';

function multusConfig(spec: unknown, given: Record<string, string> = {}, name = 'x'): NewKubeObject {
  return {
    apiVersion: 'spiderpool.spidernet.io/v2beta1',
    kind: 'SpiderMultusConfig',
    metadata: { name, namespace: 'kube-system', annotations: given },
    spec,
  };
}

const onEns192 = { master: ['ens192'] };
const inject = { [annotations.rdmaResourceInject]: 'fast' };

describe('what the webhook of SpiderMultusConfig refuses (reference 2.5)', () => {
  it.each([
    {
      rule: 'the block of the CNI type',
      spec: { cniType: 'macvlan' },
      text: 'spec.macvlanConfig: Required value: no spec.macvlanConfig specified',
    },
    {
      rule: 'no other block',
      spec: { cniType: 'macvlan', macvlan: onEns192, ipvlan: onEns192 },
      text: 'spec.cniType: Forbidden: the cniType macvlan only supports spec.macvlanConfig, please remove other CNI configs',
    },
    {
      rule: 'a master',
      spec: { cniType: 'ipvlan', ipvlan: { master: [] } },
      text: "spec.ipvlanConfig: Invalid value: v2beta1.SpiderIPvlanCniConfig{}: master can't be empty",
    },
    {
      rule: 'a bond for two masters',
      spec: { cniType: 'macvlan', macvlan: { master: ['a', 'b'] } },
      text: 'spec.macvlanConfig: Invalid value: v2beta1.SpiderMacvlanCniConfig{}: the bond property is nil with multiple Interfaces',
    },
    {
      rule: 'a name for the bond',
      spec: { cniType: 'macvlan', macvlan: { master: ['a', 'b'], bond: { name: '', mode: 1 } } },
      text: "spec.macvlanConfig: Invalid value: v2beta1.SpiderMacvlanCniConfig{}: bond name can't be empty",
    },
    {
      rule: 'matchMasterSubnet for sriov only',
      spec: { cniType: 'macvlan', macvlan: { ...onEns192, ippools: { matchMasterSubnet: true } } },
      text: 'spec.macvlanConfig: Invalid value: v2beta1.SpiderMacvlanCniConfig{}: MatchMasterSubnet feature is not supported for macvlan',
    },
    {
      rule: 'no VLAN id in the mode auto',
      spec: { cniType: 'vlan', vlan: { ...onEns192, vlanMode: 'auto', vlanID: 5 } },
      text: 'spec.vlan: Invalid value: v2beta1.SpiderVlanCniConfig{}: vlanId must not be specified when vlanMode is auto',
    },
    {
      rule: 'a resource for sriov',
      spec: { cniType: 'sriov', sriov: {} },
      text: 'spec.sriovConfig: Required value: no spec.sriovConfig[resourceName] specified',
    },
    {
      rule: 'a resource for ib-sriov',
      spec: { cniType: 'ib-sriov', ibsriov: {} },
      text: 'spec.ibsriovConfig: Required value: no spec.ibsriovConfig[resourceName] specified',
    },
    {
      rule: 'rates in order',
      spec: { cniType: 'sriov', sriov: { resourceName: 'r/x', minTxRateMbps: 9, maxTxRateMbps: 8 } },
      text: 'spec.sriovConfig: Invalid value: 9: minTxRateMbps must be less than maxTxRateMbps',
    },
    {
      rule: 'a master for ipoib',
      spec: { cniType: 'ipoib', ipoib: {} },
      text: 'spec.ipoibConfig: Required value: no spec.ipoibConfig[master] specified',
    },
    {
      rule: 'a VLAN id of ovs in range',
      spec: { cniType: 'ovs', ovs: { bridge: 'br1', vlan: 4095 } },
      text: 'spec.ovsConfig: Invalid value: 4095: invalid vlanId 4095, please make sure vlanId in range [0,4094]',
    },
    {
      rule: 'a trunk in order',
      spec: { cniType: 'ovs', ovs: { bridge: 'br1', trunk: [{ minID: 9, maxID: 1 }] } },
      text: 'spec.ovsConfig: Invalid value: &v2beta1.Trunk{}: minID is greater than maxID in trunk parameter',
    },
    {
      rule: 'custom JSON',
      spec: { cniType: 'custom', customCNI: '{' },
      text: "spec.customCniTypeConfig: Forbidden: customCniConfig isn't a valid JSON encoding",
    },
    {
      rule: 'chained JSON',
      spec: { cniType: 'macvlan', macvlan: onEns192, chainCNIJsonData: ['{'] },
      text: 'spec.chainCNIJsonData: Forbidden: invalid {: error parsing configuration: unexpected end of JSON input',
    },
    {
      rule: 'chained plugins with a type',
      spec: { cniType: 'macvlan', macvlan: onEns192, chainCNIJsonData: ['{}'] },
      text: "spec.chainCNIJsonData: Forbidden: invalid {}: error parsing configuration: missing 'type'",
    },
    {
      rule: 'a sound coordinator',
      spec: { cniType: 'macvlan', macvlan: onEns192, coordinator: { podMACPrefix: '01:1b' } },
      text: 'spec.podMACPrefix: Invalid value: "01:1b": not a unicast MAC: the lowest bit of the first byte must be 0',
    },
    {
      rule: 'a CNI version that Spiderpool writes',
      spec: { cniType: 'custom' },
      given: { [annotations.cniVersion]: '9' },
      text: 'metadata.annotations: Invalid value: map[multus.spidernet.io/cni-version:9]: unsupported CNI version 9',
    },
    {
      rule: 'an injection tag needs a resource',
      spec: { cniType: 'macvlan', macvlan: onEns192 },
      given: inject,
      text: 'spec.macvlanConfig: Invalid value: v2beta1.SpiderMacvlanCniConfig{}: rdmaResourceName can not empty for spidermultusconfig kube-system/x',
    },
    {
      rule: 'an injection tag needs pools',
      spec: { cniType: 'sriov', sriov: { resourceName: 'r/x' } },
      given: inject,
      text: 'spec.sriovConfig: Invalid value: v2beta1.SpiderSRIOVCniConfig{}: no any ippools configured for spidermultusconfig kube-system/x',
    },
    {
      rule: 'ovs takes no injection tag',
      spec: { cniType: 'ovs', ovs: { bridge: 'br1' } },
      given: inject,
      text: 'spec.cniType: Forbidden: the cniType ovs does not support RDMA resource or network resource injected',
    },
  ])('$rule', ({ spec, given, text }) => {
    const bench = createBench(bareCluster);
    const status = refusal(() => bench.create(multusConfig(spec, given)));
    expect(status.message).toBe(
      `admission webhook "spidermultusconfig.spiderpool.spidernet.io" denied the request: SpiderMultusConfig.spiderpool.spidernet.io "x" is invalid: ${text}`,
    );
    expect(status.code).toBe(422);
  });

  it('an attachment that another one manages', () => {
    const bench = createBench([...bareCluster, macvlan('kube-system/taken', { master: 'ens192' })]);
    bench.run(1);
    const x = multusConfig({ cniType: 'custom' }, { [annotations.attachmentName]: 'taken' });
    expect(refusal(() => bench.create(x)).message).toContain(
      'metadata.annotations: Invalid value: map[multus.spidernet.io/cr-name:taken]: the net-attach-def kube-system/taken already exists and is managed by SpiderMultusConfig kube-system/taken.',
    );
  });

  it.each([
    {
      title: 'added',
      before: {},
      after: 'new',
      text: "it's unsupported to changed Multus net-attach-def 'x' to customized name 'new'",
    },
    {
      title: 'changed',
      before: { [annotations.attachmentName]: 'old' },
      after: 'new',
      text: "it's unsupported to change customized Multus net-attach-def resource name from 'old' to 'new'",
    },
  ])('a name of the attachment that is $title later', ({ before, after, text }) => {
    const bench = createBench([...bareCluster, multusConfig({ cniType: 'custom' }, before)]);
    const status = refusal(() =>
      bench.change(MULTUS_CONFIGS, 'kube-system', 'x', (object) => {
        object.metadata.annotations = { [annotations.attachmentName]: after };
      }),
    );
    expect(status.message).toContain(text);
  });
});

describe('SpiderCoordinator (reference 2.6)', () => {
  const coordinator = (spec: unknown): NewKubeObject => ({
    apiVersion: 'spiderpool.spidernet.io/v2beta1',
    kind: 'SpiderCoordinator',
    metadata: { name: 'x' },
    spec,
  });

  it.each([
    {
      spec: {},
      text: 'spec.podCIDRType: Unsupported value: "": supported values: "auto", "cluster", "calico", "cilium", "none"',
    },
    {
      spec: { podCIDRType: 'none', hijackCIDR: ['everything'] },
      text: 'spec.extraCIDR[0]: Invalid value: "everything": invalid CIDR address: everything',
    },
    {
      spec: { podCIDRType: 'none', policyRoutes: [{ dst: '10.0.0.0/8', gw: 'fd00::1' }] },
      text: 'spec.policyRoutes[0]: Invalid value: v2beta1.Route{Dst:"10.0.0.0/8", Gw:"fd00::1"}: dst and gw must use the same IP family',
    },
    {
      spec: { podCIDRType: 'none', podMACPrefix: '0a' },
      text: 'spec.podMACPrefix: Invalid value: "0a": not a valid MAC prefix',
    },
    {
      spec: { podCIDRType: 'none', txQueueLen: -1 },
      text: "spec.txQueueLen: Invalid value: -1: txQueueLen can't be less than 0",
    },
    {
      spec: { podCIDRType: 'none', podRPFilter: 3 },
      text: 'spec.podRPFilter: Unsupported value: 3: supported values: "0", "1", "2"',
    },
    {
      spec: { podCIDRType: 'none', vethLinkAddress: 'x' },
      text: 'spec.vethLinkAddress: Invalid value: "x": vethLinkAddress is an invalid IP address',
    },
  ])('refuses $spec', ({ spec, text }) => {
    const bench = createBench(bareCluster);
    expect(refusal(() => bench.create(coordinator(spec))).message).toBe(
      `admission webhook "spidercoordinator.spiderpool.spidernet.io" denied the request: SpiderCoordinator.spiderpool.spidernet.io "x" is invalid: ${text}`,
    );
  });

  it('is filled in, and Synced soon', () => {
    const bench = createBench([
      ...bareCluster,
      coordinator({ podCIDRType: 'auto', hijackCIDR: ['169.254.0.1', '10.0.0.0/8'] }),
    ]);
    bench.run(1);
    expect(
      bench.store.get('spiderpool.spidernet.io/v2beta1/spidercoordinators', undefined, 'x'),
    ).toMatchObject({
      spec: {
        mode: 'auto',
        tunePodRoutes: true,
        hostRuleTable: 500,
        vethMTU: 1500,
        hijackCIDR: ['169.254.0.1/32', '10.0.0.0/8'],
      },
      status: { phase: 'Synced' },
    });
  });
});

describe('the Pod webhook (reference 1.9)', () => {
  const settings = { podResourceInject: true };
  const tagged = (object: NewKubeObject, key: string): NewKubeObject => ({
    ...object,
    metadata: { ...object.metadata, annotations: { [key]: 'fast' } },
  });
  const configs = (key: string) => [
    tagged(
      sriov('kube-system/vf', { resourceName: 'spidernet.io/sriov_netdevice', pools: { ipv4: ['p'] } }),
      key,
    ),
    tagged(
      multusConfig(
        {
          cniType: 'macvlan',
          macvlan: { master: ['ens192'], rdmaResourceName: 'spidernet.io/rdma', ippools: { ipv4: ['p'] } },
        },
        {},
        'rdma',
      ),
      key,
    ),
  ];
  const { rdmaResourceInject, networkResourceInject } = annotations;

  it.each([
    { title: 'on the Pod', key: rdmaResourceInject, onPod: true },
    { title: 'on the Namespace', key: rdmaResourceInject, onPod: false },
    { title: 'for networks', key: networkResourceInject, onPod: true },
  ])('replaces the networks and adds the devices by a tag $title', ({ key, onPod }) => {
    const given = { [key]: 'fast' };
    const bench = createBench(
      [
        ...bareCluster,
        ...configs(key),
        namespace('shop', onPod ? {} : { annotations: given }),
        deployment('shop', 'web', {
          annotations: { [annotations.networks]: 'kube-system/net-a', ...(onPod ? given : {}) },
        }),
      ],
      settings,
    );
    bench.run(1);
    const [pod] = bench.pods('web');
    expect(pod?.metadata.annotations?.[annotations.networks]).toBe('kube-system/rdma,kube-system/vf');
    const limits = { 'spidernet.io/rdma': '1', 'spidernet.io/sriov_netdevice': '1' };
    expect(pod?.spec).toMatchObject({ containers: [{ resources: { limits, requests: limits } }] });
  });

  it.each([
    { title: 'is off', off: true, place: 'shop' },
    { title: 'excludes the namespace', off: false, place: 'kube-system' },
  ])('does nothing when it $title', ({ off, place }) => {
    const bench = createBench(
      [
        ...bareCluster,
        ...configs(rdmaResourceInject),
        namespace('shop'),
        deployment(place, 'web', { annotations: { [rdmaResourceInject]: 'fast' } }),
      ],
      off ? {} : settings,
    );
    bench.run(1);
    expect(bench.pods('web')[0]?.metadata.annotations).not.toHaveProperty([annotations.networks]);
  });

  it.each([
    {
      title: 'finds nobody',
      tag: 'nobody',
      text: 'no spidermultusconfigs with annotation: cni.spidernet.io/rdma-resource-inject:nobody found',
    },
  ])('$title: the ReplicaSet says so', ({ tag, text }) => {
    const bench = createBench(
      [
        ...bareCluster,
        ...configs(rdmaResourceInject),
        deployment('default', 'web', { annotations: { [rdmaResourceInject]: tag } }),
      ],
      settings,
    );
    bench.run(5);
    const messages = bench.store
      .list('v1/events')
      .filter(({ reason }) => reason === 'FailedCreate')
      .map(({ message }) => message);
    expect(messages[0]).toBe(
      `Error creating: admission webhook "pods.spiderpool.spidernet.io" denied the request: ${text}`,
    );
  });
});
