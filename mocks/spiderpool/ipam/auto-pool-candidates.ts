import { addressFamilies } from '../../../src/domain/ip/address.ts';
import type { AddressFamily } from '../../../src/domain/ip/address.ts';
import { countAddresses } from '../../../src/domain/ip/range-set.ts';
import { readSubnetRequest } from '../annotations/subnet-request.ts';
import type { SubnetItem, SubnetRequest } from '../annotations/subnet-request.ts';
import { searchLabels } from '../auto-pools/identity.ts';
import { desiredCount } from '../auto-pools/size.ts';
import { kindOfWorkload, readWorkload } from '../auto-pools/workload.ts';
import { goList, goMap } from '../../go/text.ts';
import { annotations, labels, POOLS } from '../names.ts';
import { poolAddresses, readPool } from '../resources/pool.ts';
import type { AddRequest, AgentContext, Candidate } from './add-request.ts';
import { IpamError } from './ipam-error.ts';
import { thirdPartyPool } from './third-party-pool.ts';
import { isBarePod, isKnownWorkload } from './top-controller.ts';
import type { TopController } from './top-controller.ts';

/** The pools of a NIC that its subnets stand for, or that they are not there yet. */
export type FromSubnets = { kind: 'found'; candidates: Candidate[] } | { kind: 'wait' };

/** How often the agent looks for a pool (`SPIDERPOOL_WAIT_SUBNET_POOL_MAX_RETRIES`). */
const LOOKS = 25;

/**
 * The auto-created pools of the NIC that is being added (reference 1.3, 4.3; `getPoolFromSubnetAnno`). A NIC that the request
 * does not name gets nothing. With `subnet` the interface is not compared: the pool of the calling NIC is looked for.
 * @param looks how often the agent has looked before
 * @throws IpamError
 */
export function candidatesFromSubnets(
  request: AddRequest,
  context: AgentContext,
  looks: number,
): FromSubnets {
  const { owner, pod, nic } = request;
  const wanted = readSubnetRequest(pod.metadata.annotations ?? {}, 0);
  if (wanted === undefined) return { kind: 'found', candidates: [] };
  if (isBarePod(owner)) throw new IpamError("SpiderSubnet feature doesn't support no-controller pod");
  const item = wanted.single ?? wanted.multiple.find((entry) => entry.interface === nic);
  const size = poolSize(wanted, request);
  const results = enabledFamilies(context)
    .filter((family) => item?.[family][0] !== undefined)
    .map((family) => lookFor(family, item, size, wanted, request, context));
  if (
    results.some(({ outcome }) => outcome !== 'found') &&
    looks < LOOKS &&
    results.every(({ outcome }) => outcome !== 'broken')
  ) {
    return { kind: 'wait' };
  }
  const problems = results.flatMap((result) => ('problem' in result ? [result.problem] : []));
  if (problems.length > 0) throw new IpamError(problems.join('; '));
  const candidates = results.flatMap(({ family, pool }) =>
    pool === undefined ? [] : [{ family, pools: [pool] }],
  );
  return { kind: 'found', candidates };
}

function enabledFamilies({ settings }: AgentContext): AddressFamily[] {
  return addressFamilies.filter((family) => (family === 'ipv4' ? settings.enableIPv4 : settings.enableIPv6));
}

/**
 * The size that the agent expects. It never learns of an operator's default for elastic addresses (reference 1.4).
 * @throws IpamError for a workload of a third party without a fixed number
 */
function poolSize(wanted: SubnetRequest, { owner, pod }: AddRequest): number {
  const known = isKnownWorkload(owner);
  if (!known && (pod.metadata.annotations ?? {})[annotations.poolIpNumber] === undefined) {
    throw new IpamError(
      `${owner.kind}/${owner.namespace}/${owner.name} only supports fixed auto-created IPPool IP Number`,
    );
  }
  return desiredCount(wanted.size, replicasOf(owner));
}

function replicasOf({ kind, object }: TopController): number {
  const workloadKind = kindOfWorkload(kind);
  return workloadKind === undefined || object === undefined ? 0 : readWorkload(workloadKind, object).replicas;
}

interface Look {
  family: AddressFamily;
  /** `unready`: there, but not of the expected size. `broken`: waiting will not help. */
  outcome: 'found' | 'unready' | 'missing' | 'broken';
  pool?: string;
  problem?: string;
}

function lookFor(
  family: AddressFamily,
  item: SubnetItem | undefined,
  size: number,
  wanted: SubnetRequest,
  request: AddRequest,
  context: AgentContext,
): Look {
  const subnet = item?.[family][0] ?? '';
  if (!isKnownWorkload(request.owner)) {
    const plan = { subnet, family, size, reclaim: wanted.reclaim };
    return { family, ...thirdPartyPool(plan, request, context) };
  }
  const wantedLabels = {
    ...searchLabels(request.owner, subnet, family, request.nic),
    [labels.ownerUid]: request.owner.uid,
  };
  const pools = context.store.list(POOLS, { labels: wantedLabels }).map(readPool);
  const [pool, another] = pools;
  if (pool === undefined) {
    return {
      family,
      outcome: 'missing',
      problem: `no matching auto-created IPPool candidate with matchLables '${goMap(wantedLabels)}'`,
    };
  }
  if (another !== undefined) {
    const { kind, namespace, name } = request.owner;
    const found = goList(pools.map((one) => one.name));
    return {
      family,
      outcome: 'broken',
      problem: `it's invalid for '${kind}/${namespace}/${name}' corresponding SpiderSubnet '${subnet}' owns multiple matchLables '${goMap(wantedLabels)}' corresponding IPPools '${found}' for one specify application`,
    };
  }
  const ready = countAddresses(poolAddresses(pool)) === BigInt(size);
  return { family, outcome: ready ? 'found' : 'unready', pool: pool.name };
}
