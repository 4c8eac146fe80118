import type { Draft, NetworkDraft, ResourcesDraft } from './draft.ts';

/** The extended resource of an attachment (`namespace/name`), as far as the cluster is known. */
export type ResourceOf = (attachment: string) => string | undefined;

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

/** What the chosen attachments need: one device for each NIC on an attachment with a resource (R12). */
export function neededDevices(
  network: NetworkDraft,
  resourceOf: ResourceOf,
): NetworkDraft['deviceResources'] {
  const counts = new Map<string, number>();
  for (const { attachment } of [network.eth0, ...network.nics]) {
    const name = attachment === '' ? undefined : resourceOf(attachment);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count: String(count) }));
}

function deviceNames(network: NetworkDraft, resourceOf: ResourceOf): ReadonlySet<string> {
  return new Set(neededDevices(network, resourceOf).map(({ name }) => name));
}
