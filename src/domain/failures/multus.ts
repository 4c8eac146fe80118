import type { FailureRule, NetworkFailure } from './failure.ts';

/** Multus, before it runs any plugin. */
export const multusRules: readonly FailureRule[] = [
  /** 31. The attachment of every Pod's eth0 is gone. `GetDefaultNetworks`. */
  {
    cause: 'clusterNetworkNotFound',
    pattern: /failed to get clusterNetwork (?<name>\S+) in namespace (?<namespace>\S+)/,
    more: inNamespace,
  },
  /** 20, and 21 where it is the attachment that eth0 names. `getKubernetesDelegate`. */
  {
    cause: 'attachmentNotFound',
    pattern:
      /cannot find a network-attachment-definition \((?<name>[^)]*)\) in namespace \((?<namespace>[^)]*)\)/,
    more: (text, match) => ({
      ...inNamespace(text, match),
      ...(/tryLoadK8sPodDefaultNetwork/.test(text) ? { interfaceName: 'eth0' } : {}),
    }),
  },
  /** 21. `v1.multus-cni.io/default-network` is not one network. `tryLoadK8sPodDefaultNetwork`. */
  {
    cause: 'badDefaultNetwork',
    pattern: /tryLoadK8sPodDefaultNetwork: (?<detail>.*)$/s,
    more: () => ({ interfaceName: 'eth0' }),
  },
  /** 22. `k8s.v1.cni.cncf.io/networks` cannot be read. `parsePodNetworkAnnotation`. */
  {
    cause: 'badNetworks',
    pattern:
      /failed to parse pod Network Attachment Selection Annotation|parsePodNetwork(?:Annotation|ObjectName): /,
  },
];

function inNamespace(_: string, { groups }: RegExpExecArray): Partial<NetworkFailure> {
  const { name = '', namespace = '' } = groups ?? {};
  return { names: [namespace === '' ? name : `${namespace}/${name}`], params: { name, namespace } };
}
