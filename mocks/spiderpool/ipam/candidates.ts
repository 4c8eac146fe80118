import type { AddressFamily } from '../../../src/domain/ip/address.ts';
import { addressFamilies } from '../../../src/domain/ip/address.ts';
import { asksForSubnet } from '../annotations/subnet-request.ts';
import { nameItems, readPoolItem, readPoolItems } from '../annotations/pool-request.ts';
import type { PoolItem } from '../annotations/pool-request.ts';
import { decodeGoJson, GoJsonError, goString } from '../../go/json-decode.ts';
import type { GoShape } from '../../go/json-decode.ts';
import { BadPattern, hasWildcard, pathMatch } from '../../go/path-match.ts';
import { annotations, NAMESPACES, versionOf } from '../names.ts';
import { storedPools } from '../resources/stored-pools.ts';
import type { AddRequest, AgentContext, Candidate, NicDemand } from './add-request.ts';
import { candidatesFromSubnets } from './auto-pool-candidates.ts';
import type { FromSubnets } from './auto-pool-candidates.ts';
import { IpamError, withPrefix } from './ipam-error.ts';

/** The pools that a rule names, or that the auto pool is not there yet. */
export type Found = { kind: 'demands'; demands: NicDemand[] } | { kind: 'wait' };

/**
 * Where the addresses of a NIC come from: the first of six sources that says anything (reference 1.2, `getPoolCandidates`).
 * @param polls how often the agent has looked for the auto-created pool of this NIC
 * @throws IpamError
 */
export function findCandidates(request: AddRequest, context: AgentContext, polls: number): Found {
  const { pod, nic, ipam } = request;
  const given = pod.metadata.annotations ?? {};
  const fromSubnets = subnetSource(request, context, polls);
  if (fromSubnets !== undefined) return fromSubnets;
  const poolsText = given[annotations.pools];
  if (poolsText !== undefined) return demands(fromPools(poolsText, nic, context));
  const poolText = given[annotations.pool];
  const named =
    (poolText === undefined ? undefined : readPoolItem(poolText)) ??
    namespacePools(pod.metadata.namespace ?? '', context) ??
    configuredPools(ipam.defaultPools);
  const candidates = named === undefined ? clusterDefaults(context) : expanded(named, context);
  return demands([{ nic, cleanGateway: ipam.cleanGateway, candidates }]);
}

function demands(list: NicDemand[]): Found {
  return { kind: 'demands', demands: list };
}

/** Sources 1: `subnets` and `subnet`. They count only when the feature is on, and are an error without auto pools. */
function subnetSource(request: AddRequest, context: AgentContext, polls: number): Found | undefined {
  const { enableSpiderSubnet, enableAutoPoolForApplication } = context.settings;
  if (!enableSpiderSubnet || !asksForSubnet(request.pod.metadata.annotations ?? {})) return undefined;
  if (!enableAutoPoolForApplication) {
    throw new IpamError(
      `it's invalid to use '${annotations.subnets}' or '${annotations.subnet}' annotation when Auto-Pool feature is disabled`,
    );
  }
  const found: FromSubnets = withPrefix('failed to get IPPool candidates from Subnet', () =>
    candidatesFromSubnets(request, context, polls),
  );
  if (found.kind === 'wait') return found;
  return demands([
    { nic: request.nic, cleanGateway: request.ipam.cleanGateway, candidates: found.candidates },
  ]);
}

/** Source 2: `ippools`, for all NICs of the Pod at once. */
function fromPools(text: string, nic: string, context: AgentContext): NicDemand[] {
  const items: PoolItem[] = readPoolItems(text).map((item) => ({
    ...item,
    ipv4: expandNames(item.ipv4, 'ipv4', context),
    ipv6: expandNames(item.ipv6, 'ipv6', context),
  }));
  return nameItems(items, nic).map((item) => ({
    nic: item.interface,
    cleanGateway: item.cleanGateway,
    candidates: nonEmpty(item),
  }));
}

type NamedPools = Readonly<Record<AddressFamily, readonly string[]>>;

/** Source 4: the default pools of the Namespace. */
function namespacePools(namespace: string, { store }: AgentContext): NamedPools | undefined {
  const given = store.peek(NAMESPACES, undefined, namespace)?.metadata.annotations ?? {};
  return configuredPools({
    ipv4: poolList(given[annotations.namespacePoolsV4], 'V4'),
    ipv6: poolList(given[annotations.namespacePoolsV6], 'V6'),
  });
}

/** A malformed list fails without naming the annotation (reference 1.11), but for the name of its type [sic]. */
function poolList(text: string | undefined, family: 'V4' | 'V6'): string[] {
  if (text === undefined) return [];
  try {
    const shape: GoShape = { kind: 'list', name: `AnnoNSDefautl${family}PoolValue`, of: goString };
    const names = (decodeGoJson(text, shape) ?? []) as (string | undefined)[];
    return names.map((name) => name ?? '');
  } catch (error) {
    if (error instanceof GoJsonError) throw new IpamError(error.message);
    throw error;
  }
}

/** Source 5, and the end of 4: names, unless there are none at all. */
function configuredPools(named: NamedPools): NamedPools | undefined {
  return named.ipv4.length + named.ipv6.length === 0 ? undefined : named;
}

/** Source 6: the pools with `spec.default`. */
function clusterDefaults({ store }: AgentContext): Candidate[] {
  const defaults = storedPools(store).filter((pool) => pool.isDefault);
  if (defaults.length === 0) {
    throw new IpamError('no IPPool available, no pool selection rules of any type are specified');
  }
  const namesOf = (family: AddressFamily) =>
    defaults.filter((pool) => (pool.family ?? 'ipv6') === family).map(({ name }) => name);
  return nonEmpty({ ipv4: namesOf('ipv4'), ipv6: namesOf('ipv6') });
}

function expanded(named: NamedPools, context: AgentContext): Candidate[] {
  return nonEmpty({
    ipv4: expandNames(named.ipv4, 'ipv4', context),
    ipv6: expandNames(named.ipv6, 'ipv6', context),
  });
}

function nonEmpty(named: NamedPools): Candidate[] {
  return addressFamilies
    .filter((family) => named[family].length > 0)
    .map((family) => ({ family, pools: [...named[family]] }));
}

/** Replaces wildcards by the pools of the family that they match, as soon as one name of the list is a wildcard. */
function expandNames(names: readonly string[], family: AddressFamily, { store }: AgentContext): string[] {
  if (!names.some(hasWildcard)) return [...names];
  const ofFamily = storedPools(store)
    .filter((pool) => pool.family === family)
    .map(({ name }) => name);
  return names.flatMap((name) =>
    hasWildcard(name) ? ofFamily.filter((pool) => matches(name, pool, family)) : [name],
  );
}

function matches(pattern: string, pool: string, family: AddressFamily): boolean {
  try {
    return pathMatch(pattern, pool);
  } catch (error) {
    if (!(error instanceof BadPattern)) throw error;
    throw new IpamError(
      `failed to match wildcard: IPv${versionOf(family)} PoolName pattern '${pattern}', character '${pool}', error: ${error.message}`,
    );
  }
}
