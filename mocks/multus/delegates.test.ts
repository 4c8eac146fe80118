import { describe, expect, it } from 'vitest';
import { attachment } from '../scenarios/objects/attachment-objects.ts';
import { annotations } from '../spiderpool/names.ts';
import { failureOf, web } from './bench-web.ts';

const delegates = 'error loading k8s delegates k8s args: TryLoadPodDelegates: ';
const added = `Multus: [POD]: ${delegates}error in getting k8s network for pod: GetNetworkDelegates: failed getting the delegate: `;
const byDefault = `Multus: [POD]: ${delegates}error in loading K8s cluster default network from pod annotation: tryLoadK8sPodDefaultNetwork: `;
const missing = (name: string, namespace: string) =>
  `getKubernetesDelegate: cannot find a network-attachment-definition (${name}) in namespace (${namespace}): network-attachment-definitions.k8s.cni.cncf.io "${name}" not found`;

describe('what Multus says itself (reference 7.2, 20 to 22 and 31)', () => {
  it.each([
    {
      title: '20: a missing attachment',
      pod: { [annotations.networks]: 'kube-system/nobody' },
      text: `${added}${missing('nobody', 'kube-system')}`,
    },
    {
      title: '20: a bare name belongs to the namespace of the Pod',
      pod: { [annotations.networks]: 'net-a' },
      text: `${added}${missing('net-a', 'default')}`,
    },
    {
      title: '21: a missing default network',
      pod: { [annotations.defaultNetwork]: 'default/net-a' },
      text: `${byDefault}failed getting the delegate: ${missing('net-a', 'default')}`,
    },
    {
      title: '21: a bare default network belongs to the namespace of Multus',
      pod: { [annotations.defaultNetwork]: 'nobody' },
      text: `${byDefault}failed getting the delegate: ${missing('nobody', 'kube-system')}`,
    },
    {
      title: '21: two default networks',
      pod: { [annotations.defaultNetwork]: 'net-a,net-b' },
      text: `${byDefault}more than one default network is specified: net-a,net-b`,
    },
    {
      title: '22: networks that are no JSON',
      pod: { [annotations.networks]: '[{' },
      text: 'Multus: [POD]: error loading k8s delegates k8s args: parsePodNetworkAnnotation: failed to parse pod Network Attachment Selection Annotation JSON format: unexpected end of JSON input',
    },
    {
      title: '31: a missing cluster network',
      pod: {},
      clusterNetwork: 'kube-system/nobody',
      text: 'Multus: [POD]: failed to get clusterNetwork/defaultNetworks: GetDefaultNetworks: failed to get clusterNetwork nobody in namespace kube-system',
    },
  ])('$title', ({ pod, clusterNetwork = '', text }) => {
    expect(failureOf(web(pod, { clusterNetwork }))).toBe(text);
  });

  it.each([
    {
      title: 'no JSON',
      config: '{"type"',
      text: 'GetCNIConfig: err in getCNIConfigFromSpec: getCNIConfigFromSpec: failed to unmarshal Spec.Config: unexpected end of JSON input',
    },
    {
      title: 'no plugin',
      config: '{"name":"x"}',
      text: "LoadDelegateNetConf: failed with: LoadDelegateNetConfList: delegate must have the 'type' or 'plugin' field",
    },
    {
      title: 'a plugin without type',
      config: '{"plugins":[{"master":"ens192"}]}',
      text: "LoadDelegateNetConf: failed with: LoadDelegateNetConfList: a plugin delegate must have the 'type' field",
    },
    {
      title: 'a file that no node has',
      config: undefined,
      text: 'GetCNIConfig: err in GetCNIConfigFromFile: no network available in the name odd in cni dir /host/etc/cni/net.d',
    },
  ])('an attachment with $title', ({ config, text }) => {
    const bench = web(
      { [annotations.networks]: 'kube-system/odd' },
      { objects: [attachment('kube-system/odd', config)] },
    );
    expect(failureOf(bench)).toBe(`${added}${text}`);
  });
});
