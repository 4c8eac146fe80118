import { listOr, objectOr, scalarText, textOr } from '../../../mocks/store/json.ts';
import type { JsonObject } from '../../../mocks/store/json.ts';
import { annotations, labels } from '../../../mocks/spiderpool/names.ts';
import type { KubeObject } from '../../../mocks/store/store.ts';

/** `auto4-web-net1-*` of `auto4-web-net1-a5bd3` */
export function withoutUid(pool: string): string {
  return pool.replace(/^(auto[46]-.*)-[0-9a-f]{1,5}$/, '$1-*');
}

/**
 * A pool, with every key of its spec.
 * @param uids of the workloads that are there: whether the pool is one of theirs is told instead of the UID
 */
export function poolLine(pool: KubeObject, uids: ReadonlySet<string>): string {
  const { metadata } = pool;
  const number = metadata.annotations?.[annotations.poolIpNumber];
  const facts = [
    ...blockFacts(pool),
    ...(number === undefined ? [] : [`number ${number}`]),
    ...labelFacts(metadata.labels),
    ...workloadFacts(pool, uids),
    ...(metadata.ownerReferences ?? []).map(({ kind, name }) => `owned by ${kind} ${name}`),
  ];
  return `Pool ${withoutUid(metadata.name)}${ending(pool)}: ${facts.join(', ')}`;
}

/** A subnet, with every key of its spec and what each pool has of it. */
export function subnetLine(subnet: KubeObject): string {
  const facts = [...blockFacts(subnet), ...labelFacts(subnet.metadata.labels), ...handedOut(subnet)];
  return `Subnet ${subnet.metadata.name}${ending(subnet)}: ${facts.join(', ')}`;
}

function ending({ metadata }: KubeObject): string {
  return metadata.deletionTimestamp === undefined ? '' : ' (ending)';
}

/** What both have in common. */
function blockFacts({ spec, status }: KubeObject): string[] {
  const { ips, excludeIPs, ipVersion, subnet, gateway, ...rest } = objectOr(spec);
  const { totalIPCount, allocatedIPCount } = objectOr(status);
  return [
    `IPv${scalarText(ipVersion ?? '?')}`,
    textOr(subnet),
    `ips ${JSON.stringify(ips ?? [])}`,
    ...(excludeIPs === undefined ? [] : [`without ${JSON.stringify(excludeIPs)}`]),
    `gateway ${textOr(gateway) || 'none'}`,
    ...Object.entries(rest)
      .map(([key, value]) => `${key} ${JSON.stringify(inOrder(value))}`)
      .sort(),
    `${scalarText(allocatedIPCount ?? 0)} of ${scalarText(totalIPCount ?? 0)}`,
  ];
}

/** The same value with sorted keys: their order says nothing. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, inOrder(inner)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function labelFacts(given: Readonly<Record<string, string>> | undefined): string[] {
  return Object.entries(given ?? {})
    .filter(([key]) => key !== labels.ownerUid)
    .map(([key, value]) => `${key.replace('ipam.spidernet.io/', '')}=${value}`)
    .sort();
}

/** Of an automatic pool: whose UID it has in its label, and in its name. */
function workloadFacts({ metadata }: KubeObject, uids: ReadonlySet<string>): string[] {
  const uid = metadata.labels?.[labels.ownerUid];
  if (uid === undefined) return [];
  const tail = uid.split('-').at(-1)?.slice(0, 5) ?? '';
  return [
    uids.has(uid) ? 'of a workload that is there' : 'of a workload that is gone',
    metadata.name.endsWith(`-${tail}`) ? 'named after it' : 'named after another',
  ];
}

function handedOut({ status }: KubeObject): string[] {
  const text = textOr(objectOr(status).controlledIPPools);
  if (text === '') return [];
  return Object.entries(JSON.parse(text) as Record<string, JsonObject>)
    .map(([pool, { ips, application }]) => {
      const whose = textOr(application) === '' ? '' : ` for ${textOr(application)}`;
      return `${withoutUid(pool)} has ${JSON.stringify(listOr(ips))}${whose}`;
    })
    .sort();
}
