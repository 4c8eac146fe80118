import type { NetworkDraft, ResourcesDraft } from '../draft.ts';
import { type Edit, type EditEntry, keep, map, optional, remove, set } from './edit.ts';
import { at, entriesOf, scalarText, textOf } from './plain.ts';

/** A count of an extended resource, and the path in the draft that it shows. */
export interface ResourceCount {
  readonly name: string;
  readonly count: string;
  readonly field: string;
}

const basic = new Set(['cpu', 'memory', 'ephemeral-storage']);

/**
 * Extended resources that the form can show: those with a limit and either the same request or none, which Kubernetes
 * takes for the same. Everything else stays as it is.
 */
export function readExtended(resources: unknown): { name: string; count: string }[] {
  const requests = at(resources, 'requests');
  return entriesOf(at(resources, 'limits')).flatMap(([name, value]) => {
    const count = scalarText(value);
    if (basic.has(name) || count === null || (name === '' && count === '')) return [];
    const request = at(requests, name);
    if (request !== undefined && scalarText(request) !== count) return [];
    return [{ name, count }];
  });
}

export function readResources(resources: unknown): ResourcesDraft {
  return {
    cpuRequest: textOf(at(resources, 'requests', 'cpu')),
    cpuLimit: textOf(at(resources, 'limits', 'cpu')),
    memoryRequest: textOf(at(resources, 'requests', 'memory')),
    memoryLimit: textOf(at(resources, 'limits', 'memory')),
    extended: readExtended(resources),
  };
}

/**
 * The extended resources of a container as one list. Those that the NIC step derives from the attachments belong to the
 * first container and win over the same name typed by hand (the checks report it).
 */
export function extendedCounts(
  draft: ResourcesDraft,
  field: string,
  devices: NetworkDraft['deviceResources'],
): readonly ResourceCount[] {
  const counts = new Map<string, ResourceCount>();
  const add = (row: { name: string; count: string }, path: string): void => {
    if (!counts.has(row.name) && (row.name !== '' || row.count !== ''))
      counts.set(row.name, { ...row, field: path });
  };
  const derived = new Set(devices.map(({ name }) => name));
  draft.extended.forEach((row, index) => {
    if (!derived.has(row.name)) add(row, `${field}.extended.${index}.count`);
  });
  devices.forEach((row, index) => add(row, `network.deviceResources.${index}.count`));
  return [...counts.values()];
}

/** @param resources what the document has there, `undefined` for nothing */
export function resourcesEdit(
  resources: unknown,
  draft: ResourcesDraft,
  counts: readonly ResourceCount[],
  field: string,
): Edit {
  const limits = at(resources, 'limits');
  const requests = at(resources, 'requests');
  const wanted = new Set(counts.map(({ name }) => name));
  const gone = readExtended(resources).filter(({ name }) => !wanted.has(name));
  const dropped = gone.map(({ name }): EditEntry => [name, remove]);
  return map(
    [
      [
        'requests',
        map([
          optional(requests, 'cpu', draft.cpuRequest, `${field}.cpuRequest`),
          optional(requests, 'memory', draft.memoryRequest, `${field}.memoryRequest`),
          ...counts.map((row) => requestEntry(row, limits, requests)),
          ...dropped,
        ]),
      ],
      [
        'limits',
        map([
          optional(limits, 'cpu', draft.cpuLimit, `${field}.cpuLimit`),
          optional(limits, 'memory', draft.memoryLimit, `${field}.memoryLimit`),
          ...counts.map((row) => countEntry(row, limits)),
          ...dropped,
        ]),
      ],
    ],
    field,
  );
}

function countEntry({ name, count, field }: ResourceCount, owner: unknown): EditEntry {
  const current = at(owner, name);
  return [name, current !== undefined && scalarText(current) === count ? keep(field) : set(count, field)];
}

/** A limit that stands without its request goes on doing so. */
function requestEntry(row: ResourceCount, limits: unknown, requests: unknown): EditEntry {
  const alone = at(limits, row.name) !== undefined && at(requests, row.name) === undefined;
  return alone ? [row.name, keep(row.field)] : countEntry(row, requests);
}
