import type { SpiderpoolSettings } from '../spiderpool/settings.ts';
import type { MultusSettings } from './delegates.ts';

/** The CNI file of every node: Calico, under its own name and under the name of the attachment that stands for it. */
const calico = {
  name: 'k8s-pod-network',
  plugins: [
    { type: 'calico', ipam: { type: 'calico-ipam' } },
    { type: 'portmap', capabilities: { portMappings: true } },
  ],
};

/** Multus as Spiderpool's chart sets it up. */
export function multusSettings({ namespace, clusterNetwork }: SpiderpoolSettings): MultusSettings {
  return {
    namespace,
    clusterNetwork,
    cniFiles: { calico, 'k8s-pod-network': calico },
    defaultFile: 'k8s-pod-network',
  };
}
