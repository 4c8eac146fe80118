import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import { attachmentsById } from '../multus/attachment-index.ts';
import { usesSpiderpool } from '../multus/attachment.ts';
import { addressFamilies } from '../ip/address.ts';
import type { AddressFamily } from '../ip/address.ts';
import type { AddressSource, NetworkDraft, NicDraft } from '../workload/draft.ts';
import { emptyNic } from '../workload/new-draft.ts';
import { recountDevices } from './device-resources.ts';
import { allowsAttachment } from './attachment-rule.ts';
import { isPoolPattern } from './pool-pattern.ts';
import { poolsByName } from './pool-index.ts';
import { withNic } from './with-nic.ts';
import type { NicIndex } from './with-nic.ts';

/** Adds an empty NIC behind the last one. */
export function addNic(network: NetworkDraft): NetworkDraft {
  return { ...network, nics: [...network.nics, emptyNic()] };
}

/**
 * Adds a NIC on the same attachment right behind the given one. Pools and subnets are not copied: two NICs of one Pod
 * may share neither (domain reference 1.3 and 1.8). Nor are the interface's own name and the default route.
 */
export function duplicateNic(network: NetworkDraft, index: number, view: ClusterView): NetworkDraft {
  const original = network.nics[index];
  if (!original) return network;
  const copy = { ...emptyNic(), attachment: original.attachment, cleanGateway: original.cleanGateway };
  return recountDevices({ ...network, nics: network.nics.toSpliced(index + 1, 0, copy) }, view);
}

/** Takes a NIC away; the interfaces behind it are renamed by position, their choices stay with their rows (S21). */
export function removeNic(network: NetworkDraft, index: number, view: ClusterView): NetworkDraft {
  return recountDevices({ ...network, nics: network.nics.filter((_, at) => at !== index) }, view);
}

/** Moves a NIC to another position. Its choices, its own name and the default route move with it. */
export function moveNic(network: NetworkDraft, from: number, to: number): NetworkDraft {
  const nic = network.nics[from];
  if (!nic || to < 0 || to >= network.nics.length) return network;
  return { ...network, nics: network.nics.toSpliced(from, 1).toSpliced(to, 0, nic) };
}

/**
 * Gives a NIC another attachment (S12). Pools that are bound to other attachments go; a NIC that asks Spiderpool for
 * nothing keeps no pools and subnets (S8, S10).
 */
export function setAttachment(
  network: NetworkDraft,
  index: NicIndex,
  attachment: string,
  view: ClusterView,
): NetworkDraft {
  const changed = withNic(network, index, (nic) => ({ ...fitChoices(nic, attachment, view), attachment }));
  return recountDevices(changed, view);
}

/** Gives eth0 an attachment; `''` is the cluster's default (S9, S10). */
export function setEth0(network: NetworkDraft, attachment: string, view: ClusterView): NetworkDraft {
  return setAttachment(network, 'eth0', attachment, view);
}

/**
 * Chooses the pools of a NIC in one family. When the NIC has no attachment and the pools are bound to one alone, the
 * NIC gets it (S13).
 */
export function setPools(
  network: NetworkDraft,
  index: NicIndex,
  family: AddressFamily,
  names: readonly string[],
  view: ClusterView,
): NetworkDraft {
  const changed = withNic(network, index, (nic) => ({
    ...nic,
    pools: { ...nic.pools, [family]: [...names] },
  }));
  const nic = index === 'eth0' ? undefined : changed.nics[index];
  const only = nic?.attachment === '' ? onlyAttachment(nic, view) : undefined;
  return only === undefined ? changed : setAttachment(changed, index, only, view);
}

/**
 * Chooses where addresses come from (S3, S4, S5). What was chosen in another mode stays in the draft and is not
 * written, so that switching back finds it again.
 */
export function setSource(network: NetworkDraft, source: AddressSource): NetworkDraft {
  return { ...network, source };
}

/** Lets one NIC keep the default route, or with `undefined` leaves it to the cluster. */
export function setDefaultRoute(network: NetworkDraft, index: NicIndex | undefined): NetworkDraft {
  const flag = (nic: NicDraft, at: NicIndex): NicDraft =>
    nic.defaultRoute === (at === index) ? nic : { ...nic, defaultRoute: at === index };
  return { ...network, eth0: flag(network.eth0, 'eth0'), nics: network.nics.map(flag) };
}

function fitChoices(nic: NicDraft, attachmentId: string, view: ClusterView): NicDraft {
  const attachment = attachmentsById(known(view.attachments) ?? []).get(attachmentId);
  if (attachment && !usesSpiderpool(attachment)) {
    return { ...nic, pools: { ipv4: [], ipv6: [] }, subnets: { ipv4: '', ipv6: '' }, cleanGateway: false };
  }
  const pools = poolsByName(known(view.pools) ?? []);
  const fits = (name: string) => {
    const pool = pools.get(name);
    return !pool || allowsAttachment(pool, attachmentId, view.settings.namespace);
  };
  return { ...nic, pools: { ipv4: nic.pools.ipv4.filter(fits), ipv6: nic.pools.ipv6.filter(fits) } };
}

/** The one attachment that every chosen pool allows, if the pools leave just one. */
function onlyAttachment(nic: NicDraft, view: ClusterView): string | undefined {
  const index = poolsByName(known(view.pools) ?? []);
  const chosen = addressFamilies
    .flatMap((family) => nic.pools[family])
    .filter((name) => !isPoolPattern(name))
    .flatMap((name) => index.get(name) ?? []);
  if (chosen.every(({ multusNames }) => multusNames.length === 0)) return undefined;
  const left = (known(view.attachments) ?? []).filter(({ id }) =>
    chosen.every((pool) => allowsAttachment(pool, id, view.settings.namespace)),
  );
  return left.length === 1 ? left[0]?.id : undefined;
}
