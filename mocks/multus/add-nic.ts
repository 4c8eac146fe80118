import type { PodNetwork, PodSandbox } from '../controllers/pod-network.ts';
import { objectOr, textOr } from '../store/json.ts';
import type { StoreReader } from '../store/memory-store.ts';
import type { KubeObject } from '../store/store.ts';
import type { IpamAgent } from '../spiderpool/ipam/agent.ts';
import { mainPluginOf, spiderpoolIpamOf } from './cni-config.ts';
import { runCoordinator } from './coordinator.ts';
import type { Delegate } from './delegates.ts';
import type { DeviceHandout } from './devices.ts';
import { isOverlay, mainPluginProblem } from './main-plugin.ts';
import type { AddedNic } from './network-status.ts';
import { withInterface } from './pod-namespace.ts';
import type { PodNetworkNamespace } from './pod-namespace.ts';
import { foreignAddress, macAddress } from './synthetic.ts';

/** Around one NIC. */
export interface NicContext {
  pod: KubeObject;
  node: KubeObject | undefined;
  sandbox: PodSandbox;
  store: StoreReader;
  agent: IpamAgent;
  overlay: PodNetwork;
  devices: DeviceHandout;
}

export type NicResult =
  | { outcome: 'added'; nic: AddedNic; namespace: PodNetworkNamespace }
  | { outcome: 'failed'; problem: string }
  | { outcome: 'wait'; milliseconds: number };

/** Addresses of a NIC, with prefix lengths, and the gateways of the pools that they come from. */
interface Addressing {
  addresses: string[];
  gateways: string[];
  hasDefaultRoute: boolean;
}

/**
 * Runs the chain of one network: main plugin, its IPAM, coordinator.
 * @param waits how often this NIC has waited for its pool before
 */
export function addNic(
  delegate: Delegate,
  namespace: PodNetworkNamespace,
  context: NicContext,
  waits: number,
): NicResult {
  if (namespace.interfaces.includes(delegate.interface)) {
    const type = JSON.stringify(textOr(mainPluginOf(delegate.config).type));
    const name = JSON.stringify(delegate.interface);
    const text = `cannot set ${type} interface name to ${name}: validateIfName: interface name ${delegate.interface} already exists`;
    return { outcome: 'failed', problem: `DelegateAdd: ${text}` };
  }
  const { resourceName } = delegate;
  const device =
    resourceName === undefined ? undefined : context.devices.deviceFor(delegate.interface, resourceName);
  const problem = mainPluginProblem(mainPluginOf(delegate.config), context.node, device);
  if (problem !== undefined) return { outcome: 'failed', problem };
  const addressing = addressesOf(delegate, context, waits);
  if ('outcome' in addressing) return addressing;
  const { hasDefaultRoute } = addressing;
  return finish(
    delegate,
    addressing,
    withInterface(namespace, delegate.interface, hasDefaultRoute),
    context,
    device,
  );
}

function addressesOf(
  delegate: Delegate,
  context: NicContext,
  waits: number,
): Addressing | Exclude<NicResult, { outcome: 'added' }> {
  const { pod, agent } = context;
  const ipam = spiderpoolIpamOf(delegate.config);
  if (ipam === undefined) return foreignAddresses(delegate, context);
  const answer = agent.add({ pod, nic: delegate.interface, ipam }, waits);
  if (answer.outcome === 'failed') return { outcome: 'failed', problem: answer.message };
  if (answer.outcome === 'wait') return answer;
  const { ipv4, ipv6, ipv4Gateway, ipv6Gateway, cleanGateway } = answer.record;
  const gateways = compact([ipv4Gateway, ipv6Gateway]);
  const hasDefaultRoute = gateways.length > 0 && cleanGateway !== true;
  return { addresses: compact([ipv4, ipv6]), gateways, hasDefaultRoute };
}

/** Addresses that Spiderpool has nothing to do with: the overlay's, another IPAM's, or none. */
function foreignAddresses(
  delegate: Delegate,
  context: NicContext,
): Addressing | { outcome: 'failed'; problem: string } {
  const { pod, sandbox, overlay } = context;
  const plugin = mainPluginOf(delegate.config);
  if (isOverlay(plugin) && delegate.isDefault) {
    const result = overlay.setUp(pod, sandbox);
    if (result.outcome !== 'ready')
      return { outcome: 'failed', problem: 'no address is left in the pool of the overlay' };
    const addresses = result.podIPs.map((ip) => `${ip}/${ip.includes(':') ? 128 : 32}`);
    return { addresses, gateways: [], hasDefaultRoute: true };
  }
  const hasIpam = isOverlay(plugin) || textOr(objectOr(plugin.ipam).type) !== '';
  return {
    addresses: hasIpam ? [foreignAddress(seedOf(delegate, pod))] : [],
    gateways: [],
    hasDefaultRoute: false,
  };
}

function finish(
  delegate: Delegate,
  { addresses, gateways }: Addressing,
  namespace: PodNetworkNamespace,
  { pod, store }: NicContext,
  device: string | undefined,
): NicResult {
  const nic: AddedNic = {
    network: delegate.name,
    interface: delegate.interface,
    addresses,
    mac: delegate.mac || macAddress(seedOf(delegate, pod)),
    isDefault: delegate.isDefault,
    gateways,
    pciAddress: device,
  };
  const coordinator = delegate.config.plugins.find((plugin) => plugin.type === 'coordinator');
  if (coordinator === undefined) return { outcome: 'added', nic, namespace };
  const tuned = runCoordinator(coordinator, delegate.interface, namespace, pod, store);
  if (!tuned.ok) return { outcome: 'failed', problem: tuned.problem };
  return { outcome: 'added', nic, namespace: tuned.namespace };
}

function seedOf(delegate: Delegate, pod: KubeObject): string {
  return `${pod.metadata.uid}/${delegate.interface}`;
}

function compact(values: readonly (string | undefined)[]): string[] {
  return values.filter((value) => value !== undefined);
}
