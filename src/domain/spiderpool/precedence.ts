import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import { addressFamilies } from '../ip/address.ts';
import type { AddressFamily } from '../ip/address.ts';
import type { NetworkDraft } from '../workload/draft.ts';
import { namespaceDefaults } from './namespace-defaults.ts';
import type { NamespaceDefaults } from './namespace-defaults.ts';
import { expandNames, patternFailure } from './expand-names.ts';
import type { ExpandedNames } from './expand-names.ts';
import { IP_POOLS } from './annotation-keys.ts';
import type { Pool } from './pool.ts';
import { resolveNics } from './resolve-nics.ts';
import type { ResolvedNic } from './resolve-nics.ts';
import { subnetRequestFailure } from './subnet-request.ts';

type Names = Readonly<Record<AddressFamily, readonly string[]>>;

/** Where the addresses of one NIC will come from (Spiderpool `getPoolCandidates`, domain reference 1.2). */
export interface AddressOrigin {
  readonly nic: ResolvedNic;
  readonly from: OriginLevel;
  /** Names of pools after patterns are expanded; of subnets when `from` is `subnets`. Disabled families are empty. */
  readonly names: Names;
  /** Names that no pool has: Spiderpool then fails for all of them. Empty when pools cannot be read. */
  readonly missing: readonly string[];
  /** Names that come up more than once, by a pattern or by hand: Spiderpool refuses them. */
  readonly repeated: readonly string[];
  /** Default pools of the attachment that the namespace's defaults win over. */
  readonly shadowed: Names | undefined;
  /** The words in which the Pod will fail, when it will. */
  readonly failure: string | undefined;
}

export type OriginLevel =
  | 'subnets'
  | 'pools'
  | 'namespace'
  | 'attachment'
  | 'cluster'
  /** Nothing offers an address. */
  | 'nowhere'
  /** The NIC does not ask Spiderpool. */
  | 'otherIpam'
  /** What the NIC does is not known: no attachment, or one that cannot be read. */
  | 'unknown';

const noNames: Names = { ipv4: [], ipv6: [] };

const noRule = 'no IPPool available, no pool selection rules of any type are specified';
const autoPoolDisabled =
  "it's invalid to use 'ipam.spidernet.io/subnets' or 'ipam.spidernet.io/subnet' annotation when Auto-Pool feature is disabled";

/** The origin of every NIC's addresses, eth0 first, for a Pod of the namespace. */
export function addressOrigins(
  network: NetworkDraft,
  namespace: string,
  view: ClusterView,
): readonly AddressOrigin[] {
  const nics = resolveNics(network, view);
  const level = annotationLevel(network, nics, view);
  const refused =
    level !== 'subnets'
      ? undefined
      : view.settings.enableAutoPool
        ? subnetRequestFailure(network)
        : autoPoolDisabled;
  const facts = known(view.namespaces)?.find(({ name }) => name === namespace);
  const defaults = namespaceDefaults(facts?.annotations ?? {});
  return nics.map((nic) => {
    if (nic.spiderpool === 'no') return origin(nic, 'otherIpam');
    switch (level) {
      case 'subnets':
        return refused === undefined ? subnetOrigin(nic, view) : origin(nic, 'nowhere', { failure: refused });
      case 'pools':
        return poolOrigin(nic, view);
      case 'defaults':
        return defaultOrigin(nic, defaults, view);
    }
  });
}

/**
 * Whether the addresses come from what the draft means by its source. While nothing is chosen, or subnets are switched
 * off, Spiderpool would fall back on default pools that nobody asked for.
 */
export function isAsChosen({ from }: AddressOrigin, source: NetworkDraft['source']): boolean {
  switch (source) {
    case 'fixed':
      return from === 'subnets';
    case 'pools':
      return from === 'pools';
    case 'default':
      return true;
  }
}

/** The annotation that decides for the whole Pod, whichever NICs it lists. */
function annotationLevel(
  network: NetworkDraft,
  nics: readonly ResolvedNic[],
  view: ClusterView,
): 'subnets' | 'pools' | 'defaults' {
  const { source } = network;
  if (source === 'fixed' && nics.some(({ nic }) => nic.subnets.ipv4 || nic.subnets.ipv6)) {
    return view.settings.enableSpiderSubnet ? 'subnets' : 'defaults';
  }
  return source === 'pools' && nics.some(({ nic }) => hasNames(nic.pools)) ? 'pools' : 'defaults';
}

/**
 * The items of `ippools`, whether or not their NIC asks Spiderpool: the first NIC that does takes addresses for all of
 * them (domain reference 1.6). Empty when the annotation does not decide.
 */
export function listedPools(network: NetworkDraft, view: ClusterView): readonly AddressOrigin[] {
  const nics = resolveNics(network, view);
  if (annotationLevel(network, nics, view) !== 'pools') return [];
  return nics
    .filter(({ nic }) => hasNames(nic.pools))
    .map((nic) => candidates(nic, 'pools', nic.nic.pools, view));
}

function subnetOrigin(nic: ResolvedNic, view: ClusterView): AddressOrigin {
  const { ipv4, ipv6 } = nic.nic.subnets;
  const names = gate({ ipv4: ipv4 ? [ipv4] : [], ipv6: ipv6 ? [ipv6] : [] }, view);
  if (hasNames(names)) return origin(nic, 'subnets', { names });
  return unlisted(nic, `no Interface ${nic.interfaceName} IP allocation found`);
}

function poolOrigin(nic: ResolvedNic, view: ClusterView): AddressOrigin {
  if (hasNames(nic.nic.pools)) return candidates(nic, 'pools', nic.nic.pools, view);
  return unlisted(
    nic,
    `wrong input, invalid format of Pod annotation '${IP_POOLS}': interface ${nic.interfaceName} must be specified`,
  );
}

/** A NIC that the deciding annotation does not list: it fails if it asks Spiderpool at all. */
function unlisted(nic: ResolvedNic, failure: string): AddressOrigin {
  return nic.spiderpool === 'yes' ? origin(nic, 'nowhere', { failure }) : origin(nic, 'unknown');
}

/** Rows 4 to 6. One family at a level is enough for the level to win for both. */
function defaultOrigin(nic: ResolvedNic, namespace: NamespaceDefaults, view: ClusterView): AddressOrigin {
  const own = attachmentDefaults(nic);
  if (namespace.failure !== undefined) {
    return origin(nic, 'nowhere', { shadowed: own, failure: namespace.failure });
  }
  if (hasNames(namespace.names)) {
    return { ...candidates(nic, 'namespace', namespace.names, view), shadowed: own };
  }
  if (own) return candidates(nic, 'attachment', own, view);
  const pools = known(view.pools);
  if (nic.spiderpool === 'unknown' || !pools) return origin(nic, 'unknown');
  const names = clusterDefaults(pools);
  return hasNames(names)
    ? candidates(nic, 'cluster', names, view)
    : origin(nic, 'nowhere', { failure: noRule });
}

function clusterDefaults(pools: readonly Pool[]): Names {
  const defaults = pools.filter(({ isDefault }) => isDefault);
  const nameOf = (family: AddressFamily) =>
    defaults.filter((pool) => pool.family === family).map(({ name }) => name);
  return { ipv4: nameOf('ipv4'), ipv6: nameOf('ipv6') };
}

function attachmentDefaults({ resolution }: ResolvedNic): Names | undefined {
  const config = resolution.state === 'found' ? resolution.attachment.config : undefined;
  return config?.kind === 'decoded' && hasNames(config.defaultPools) ? config.defaultPools : undefined;
}

function candidates(nic: ResolvedNic, from: OriginLevel, written: Names, view: ClusterView): AddressOrigin {
  const allowed = gate(written, view);
  const pools = known(view.pools);
  const ipv4 = expandNames(allowed.ipv4, 'ipv4', pools);
  const ipv6 = expandNames(allowed.ipv6, 'ipv6', pools);
  const names = { ipv4: ipv4.names, ipv6: ipv6.names };
  const missing = [...ipv4.missing, ...ipv6.missing];
  const repeated = [...ipv4.repeated, ...ipv6.repeated];
  // Patterns of a family that is switched off are expanded as well.
  const unreadable =
    pools && addressFamilies.map((family) => patternFailure(written[family], family, pools)).find(Boolean);
  const failure =
    unreadable ??
    namesFailure(nic, ipv4) ??
    namesFailure(nic, ipv6) ??
    (hasNames(names) ? undefined : `no Interface ${nic.interfaceName} IP allocation found`);
  return origin(nic, from, { names, missing, repeated, failure });
}

/** Stage 3 of domain reference 3.1. */
function namesFailure({ interfaceName }: ResolvedNic, { unsound }: ExpandedNames): string | undefined {
  if (!unsound) return undefined;
  const { name, why } = unsound;
  return why === 'missing'
    ? `failed to get original IPPool ${name}: SpiderIPPool.spiderpool.spidernet.io "${name}" not found`
    : `wrong input, duplicate IPPool ${name} specified for NIC ${interfaceName}`;
}

function origin(nic: ResolvedNic, from: OriginLevel, more: Partial<AddressOrigin> = {}): AddressOrigin {
  return {
    nic,
    from,
    names: noNames,
    missing: [],
    repeated: [],
    shadowed: undefined,
    failure: undefined,
    ...more,
  };
}

/** Names of a family that the cluster has switched off are dropped without a word. */
function gate(names: Names, { settings }: ClusterView): Names {
  return { ipv4: settings.enableIPv4 ? names.ipv4 : [], ipv6: settings.enableIPv6 ? names.ipv6 : [] };
}

function hasNames(names: Names): boolean {
  return addressFamilies.some((family) => names[family].length > 0);
}
