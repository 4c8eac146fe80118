import { describe, expect, it } from 'vitest';
import { macvlan } from '../../scenarios/objects/attachment-objects.ts';
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
      text: 'metadata.annotations: Invalid value: map[string]string{"multus.spidernet.io/cni-version":"9"}: unsupported CNI version 9',
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
      'metadata.annotations: Invalid value: map[string]string{"multus.spidernet.io/cr-name":"taken"}: the net-attach-def kube-system/taken already exists and is managed by SpiderMultusConfig kube-system/taken.',
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
