import { recordable } from '../spiderpool/record-limit.ts';
import type { ClusterView } from '../cluster-view.ts';
import { known } from '../cluster-view.ts';
import { addressFamilies } from '../ip/address.ts';
import type { PodContext } from '../spiderpool/pod-context.ts';
import type { AddressOrigin } from '../spiderpool/precedence.ts';
import { failureWords } from './failure-words.ts';
import { filterPools } from './offers.ts';
import type { Allocation, Demand, FailureWords, FixedPool } from './prediction.ts';

/** What the agent answers to one CNI ADD, addresses left aside. */
export type Asked =
  | {
      readonly kind: 'failure';
      readonly failure: FailureWords;
      /** Every attempt takes the addresses of all NICs again, perhaps from other pools. */
      readonly drawsAgain?: true;
    }
  | {
      readonly kind: 'addresses';
      readonly demands: readonly Demand[];
      /** Fails after the addresses were taken: none of them is for the NIC. Every attempt takes them again. */
      readonly afterwards?: FailureWords;
    };

/** The pools of one NIC: defaults of the Namespace, the attachment or the cluster. */
export function askForPools(origin: AddressOrigin, pod: PodContext, view: ClusterView): Asked {
  if (origin.failure !== undefined) return fails(origin, origin.failure);
  return demandsOf([origin], pod, view);
}

/**
 * `ippools`: the first NIC that is added takes the addresses of all (domain reference 1.6). Each stage is passed by all
 * of them before the next begins: patterns, the list itself, names, filters.
 * @param before what the NICs before have taken; not empty when the addresses of all are there
 */
export function askTogether(
  origin: AddressOrigin,
  listed: readonly AddressOrigin[],
  pod: PodContext,
  view: ClusterView,
  before: readonly Allocation[],
): Asked {
  const empty = isEmpty(origin) ? noCandidate(origin) : undefined;
  if (before.length > 0)
    return empty ? { kind: 'failure', failure: empty, drawsAgain: true } : { kind: 'addresses', demands: [] };
  const unsound = unreadablePattern(listed) ?? listFailures(listed)[0];
  if (unsound) return { kind: 'failure', failure: unsound };
  const asked = demandsOf(
    listed.filter((each) => !isEmpty(each)),
    pod,
    view,
  );
  return asked.kind === 'addresses' && empty ? { ...asked, afterwards: empty } : asked;
}

/** A NIC that no item is for. Its patterns are expanded while the annotation is read, and so complained of first. */
export function askUnlisted(origin: AddressOrigin, listed: readonly AddressOrigin[]): Asked {
  const unsound = unreadablePattern(listed);
  return unsound ? { kind: 'failure', failure: unsound } : fails(origin, origin.failure ?? '');
}

function unreadablePattern(listed: readonly AddressOrigin[]): FailureWords | undefined {
  return listFailures(listed).find(({ text }) => text.startsWith('failed to match wildcard'));
}

/** What is wrong with the items themselves. An item that comes to nothing is none: only its own NIC misses it. */
function listFailures(listed: readonly AddressOrigin[]): readonly FailureWords[] {
  return listed
    .flatMap((each) => (each.failure === undefined ? [] : [failureOf(each, each.failure)]))
    .filter(({ cause }) => cause !== 'noCandidate');
}

/** Fixed mode: the pools that the controller has made, or the words when one is missing after 50 seconds. */
export function askForSubnets(
  origin: AddressOrigin,
  fixedPools: readonly FixedPool[],
  view: ClusterView,
): Asked {
  const { interfaceName } = origin.nic;
  const own = fixedPools.filter(({ nic }) => nic === interfaceName);
  if (own.some(({ made }) => !made)) {
    return fails(origin, "no matching auto-created IPPool candidate with matchLables 'map[");
  }
  const subnets = known(view.subnets) ?? [];
  const demands = own.map(({ nic, family, namePrefix, size, subnet }): Demand => {
    const hasGateway = subnets.find(({ name }) => name === subnet)?.gateway !== undefined;
    const free = recordable(size);
    const offer = { pool: namePrefix, free, recordLimited: free < size, hasGateway };
    return { nic, family, tiers: [[offer]] };
  });
  return { kind: 'addresses', demands };
}

function demandsOf(origins: readonly AddressOrigin[], pod: PodContext, view: ClusterView): Asked {
  const demands: Demand[] = [];
  for (const { nic, names } of origins) {
    for (const family of addressFamilies) {
      if (names[family].length === 0) continue;
      const filtered = filterPools(nic, family, names[family], pod, view);
      if (filtered.kind === 'filteredOut') return { kind: 'failure', failure: filtered.failure };
      demands.push(filtered.demand);
    }
  }
  return { kind: 'addresses', demands };
}

/** The families of the NIC are switched off, or its patterns match nothing. */
function isEmpty({ names }: AddressOrigin): boolean {
  return addressFamilies.every((family) => names[family].length === 0);
}

function noCandidate({ nic }: AddressOrigin): FailureWords {
  return failureWords([nic.interfaceName], `no Interface ${nic.interfaceName} IP allocation found`);
}

function failureOf({ nic }: AddressOrigin, text: string): FailureWords {
  return failureWords([nic.interfaceName], text);
}

function fails(origin: AddressOrigin, text: string): Asked {
  return { kind: 'failure', failure: failureOf(origin, text) };
}
