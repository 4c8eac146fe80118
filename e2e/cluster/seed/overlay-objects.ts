import type { NewKubeObject } from '../../../mocks/store/store.ts';
import { CLUSTER_CIDR, SERVICE_CIDRS } from '../run/kubernetes.ts';

/** What kubeadm and Calico leave in a cluster, as far as Spiderpool's controller looks for the networks in use. */
export const overlayObjects: readonly NewKubeObject[] = [
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'kubeadm-config', namespace: 'kube-system' },
    data: {
      ClusterConfiguration: [
        'apiVersion: kubeadm.k8s.io/v1beta4',
        'kind: ClusterConfiguration',
        'networking:',
        '  dnsDomain: cluster.local',
        `  podSubnet: ${CLUSTER_CIDR}`,
        `  serviceSubnet: ${SERVICE_CIDRS.join(',')}`,
        '',
      ].join('\n'),
    },
  },
  {
    apiVersion: 'crd.projectcalico.org/v1',
    kind: 'IPPool',
    metadata: { name: 'default-ipv4-ippool' },
    spec: { cidr: CLUSTER_CIDR },
  },
];
