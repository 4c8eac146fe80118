import type { DeviceNeed } from '../multus/device-need.ts';
import type { Draft, NetworkDraft, ResourcesDraft } from './draft.ts';

/** What NICs of an attachment (`namespace/name`) take of their node, as far as the cluster is known. */
export type ResourceOf = (attachment: string) => DeviceNeed | undefined;

/**
 * Divides the extended resources of the first container: those that the chosen attachments need are the NIC step's,
 * all others the user's. A manifest does not say whose they are, so the attachments decide; a draft whose device
 * resources are those of its attachments is read back exactly.
 */
export function splitDeviceResources(draft: Draft, resourceOf: ResourceOf): Draft {
  const [first, ...others] = draft.containers;
  if (first === undefined) return draft;
  const devices = deviceNames(draft.network, resourceOf);
  const isDevice = ({ name }: ResourcesDraft['extended'][number]): boolean => devices.has(name);
  const extended = first.resources.extended.filter((row) => !isDevice(row));
  return {
    ...draft,
    containers: [{ ...first, resources: { ...first.resources, extended } }, ...others],
    network: { ...draft.network, deviceResources: first.resources.extended.filter(isDevice) },
  };
}

/** A resource with the number that a Pod has to ask for. */
export interface NeededDevice extends DeviceNeed {
  readonly count: number;
}

/** What the chosen attachments need: one device for each NIC, or one for all of them where they share it (R12). */
export function deviceNeeds(network: NetworkDraft, resourceOf: ResourceOf): readonly NeededDevice[] {
  const needs = new Map<string, NeededDevice>();
  for (const { attachment } of [network.eth0, ...network.nics]) {
    const need = attachment === '' ? undefined : resourceOf(attachment);
    if (need === undefined) continue;
    const before = needs.get(need.name);
    const own = before === undefined || before.shared ? 0 : before.count;
    needs.set(need.name, {
      name: need.name,
      shared: need.shared && (before?.shared ?? true),
      count: need.shared ? Math.max(own, 1) : own + 1,
    });
  }
  return [...needs.values()];
}

/** The same as the rows of the NIC step. */
export function neededDevices(
  network: NetworkDraft,
  resourceOf: ResourceOf,
): NetworkDraft['deviceResources'] {
  return deviceNeeds(network, resourceOf).map(({ name, count }) => ({ name, count: String(count) }));
}

function deviceNames(network: NetworkDraft, resourceOf: ResourceOf): ReadonlySet<string> {
  return new Set(deviceNeeds(network, resourceOf).map(({ name }) => name));
}
