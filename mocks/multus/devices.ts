import { isObject, listOr, objectOr, textOr } from '../store/json.ts';
import type { KubeObject } from '../store/store.ts';
import { quantity } from '../controllers/scheduler/quantity.ts';
import { hexadecimal } from './synthetic.ts';

/** Hands out the devices of a Pod, one for each NIC, as Multus does from the kubelet's pod-resources. */
export interface DeviceHandout {
  /** The PCI address of the device for a NIC, the same each time; undefined when the Pod has no more of them. */
  deviceFor(interfaceName: string, resourceName: string): string | undefined;
}

/** All containers of the Pod count together. */
export function createDeviceHandout(pod: KubeObject): DeviceHandout {
  const taken = new Map<string, string[]>();
  return {
    deviceFor(interfaceName, resourceName) {
      const interfaces = taken.get(resourceName) ?? [];
      if (!interfaces.includes(interfaceName)) {
        if (interfaces.length >= devicesOf(pod, resourceName)) return undefined;
        interfaces.push(interfaceName);
        taken.set(resourceName, interfaces);
      }
      return pciAddress(`${pod.metadata.uid}/${resourceName}/${interfaces.indexOf(interfaceName)}`);
    },
  };
}

function devicesOf(pod: KubeObject, resourceName: string): number {
  const containers = listOr(objectOr(pod.spec).containers).filter(isObject);
  return containers.reduce((sum, container) => {
    const { limits, requests } = objectOr(container.resources);
    const amount = objectOr(limits)[resourceName] ?? objectOr(requests)[resourceName];
    return sum + quantity(typeof amount === 'number' ? amount : textOr(amount));
  }, 0);
}

/** `0000:04:00.4` */
function pciAddress(seed: string): string {
  const digits = hexadecimal(seed, 3);
  const device = (Number.parseInt(digits.slice(0, 2), 16) & 0x1f).toString(16).padStart(2, '0');
  return `0000:04:${device}.${Number.parseInt(digits.slice(2), 16) & 7}`;
}
