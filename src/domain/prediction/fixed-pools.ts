import type { ClusterView } from '../cluster-view.ts';
import { known } from '../cluster-view.ts';
import type { AddressFamily } from '../ip/address.ts';
import { addressFamilies } from '../ip/address.ts';
import { listIndex } from '../list-index.ts';
import { OWNER_LABELS, POOL_RECLAIM } from '../spiderpool/annotation-keys.ts';
import { nicRows } from '../spiderpool/nic-rows.ts';
import type { PodContext } from '../spiderpool/pod-context.ts';
import { parsePoolNumber } from '../spiderpool/pool-number.ts';
import { familyName } from '../spiderpool/reason.ts';
import { subnetRequestFailure } from '../spiderpool/subnet-request.ts';
import { explainSubnet } from '../spiderpool/subnet-eligibility.ts';
import type { Subnet } from '../spiderpool/subnet.ts';
import { writeIpNumber } from '../spiderpool/write-network.ts';
import type { NetworkDraft } from '../workload/draft.ts';
import type { FixedPool } from './prediction.ts';

const subnetsByName = listIndex<Subnet>(({ name }) => name);

/** How many addresses each pool will have; `undefined` when Spiderpool refuses what is asked. */
function fixedPoolSize(network: NetworkDraft, pods: number): bigint | undefined {
  const number = parsePoolNumber(writeIpNumber(network));
  if (!number.ok || subnetRequestFailure(network) !== undefined) return undefined;
  const { form, count } = number.value;
  return BigInt(form === 'total' ? count : pods + count);
}

/**
 * The pools that the controller makes for the workload, NIC by NIC. Both families of a NIC are tried; the first NIC that
 * cannot be served stops those after it (`SubnetAppController`, domain reference 4.3). It looks at what the annotation
 * lists, whether or not the NIC asks Spiderpool.
 */
export function fixedPoolsOf(
  network: NetworkDraft,
  pod: PodContext,
  replicas: number,
  view: ClusterView,
): readonly FixedPool[] {
  const { settings } = view;
  const size = fixedPoolSize(network, replicas);
  if (network.source !== 'fixed' || !settings.enableSpiderSubnet || !settings.enableAutoPool) return [];
  if (size === undefined) return [];
  const enabled = { ipv4: settings.enableIPv4, ipv6: settings.enableIPv6 };
  const pools: FixedPool[] = [];
  let stopped = false;
  for (const { interfaceName, nic } of nicRows(network)) {
    const families = addressFamilies.filter((family) => enabled[family] && nic.subnets[family] !== '');
    const made = families.map((family) => {
      const subnet = nic.subnets[family];
      const possible = !stopped && canCarve(subnet, family, size, view);
      const identity = { nic: interfaceName, family, subnet };
      pools.push({
        ...identity,
        ...describe(network, pod, interfaceName, family, subnet),
        size,
        made: possible,
      });
      return possible;
    });
    stopped ||= made.includes(false);
  }
  return pools;
}

function canCarve(name: string, family: AddressFamily, size: bigint, view: ClusterView): boolean {
  const subnet = subnetsByName(known(view.subnets) ?? []).get(name);
  return subnet !== undefined && explainSubnet(subnet, { family, needed: size }, view).verdict !== 'no';
}

/** Name and labels (`AutoPoolName`, domain reference 4.2). */
function describe(
  { keepPool }: NetworkDraft,
  { namespace, workload }: PodContext,
  interfaceName: string,
  family: AddressFamily,
  subnet: string,
): Pick<FixedPool, 'namePrefix' | 'labels'> {
  return {
    namePrefix: `auto${family === 'ipv4' ? 4 : 6}-${workload.name}-${interfaceName}-`.toLowerCase(),
    labels: {
      [OWNER_LABELS.subnet]: subnet,
      [OWNER_LABELS.groupVersion]: `${workload.group}_${workload.version}`,
      [OWNER_LABELS.kind]: workload.kind,
      [OWNER_LABELS.namespace]: namespace,
      [OWNER_LABELS.name]: workload.name,
      [OWNER_LABELS.interfaceName]: interfaceName,
      [OWNER_LABELS.ipVersion]: familyName(family),
      [POOL_RECLAIM]: String(!keepPool),
    },
  };
}
