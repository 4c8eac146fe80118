import { isObject, listOr, objectOr, scalarText, textOr } from '../../../mocks/store/json.ts';
import { annotations, ENDPOINTS, POOLS, SUBNETS } from '../../../mocks/spiderpool/names.ts';
import type { KubeObject, ResourceName } from '../../../mocks/store/store.ts';
import type { ApiClient } from '../api/api-client.ts';
import { pathOf } from '../api/resources.ts';

/** What is to be seen of one case, in lines that are the same in every cluster that behaves the same. */
export type Outcome = readonly string[];

/** Everything that the outcomes of all cases are read from. */
export interface Observation {
  pods: readonly KubeObject[];
  events: readonly KubeObject[];
  endpoints: readonly KubeObject[];
  pools: readonly KubeObject[];
  subnets: readonly KubeObject[];
}

export async function observe(client: ApiClient): Promise<Observation> {
  const list = async (resource: ResourceName) => {
    const { items } = (await client.get(pathOf(resource))) as { items: KubeObject[] };
    return items;
  };
  const [pods, events, endpoints, pools, subnets] = await Promise.all([
    list('v1/pods'),
    list('v1/events'),
    list(ENDPOINTS),
    list(POOLS),
    list(SUBNETS),
  ]);
  return { pods, events, endpoints, pools, subnets };
}

/** Whether every Pod of a namespace runs, has ended, or has failed to start. */
export function isAtRest({ pods, events }: Observation, namespace: string): boolean {
  return pods
    .filter(({ metadata }) => metadata.namespace === namespace)
    .every((pod) => {
      if (pod.metadata.deletionTimestamp !== undefined) return false;
      if (['Succeeded', 'Failed'].includes(phaseOf(pod)) || isReady(pod)) return true;
      return failuresOf(events, pod).length > 0;
    });
}

export function outcomeOf(observation: Observation, id: string): Outcome {
  const { pods, endpoints, pools, subnets } = observation;
  return [
    ...pods
      .filter(({ metadata }) => metadata.namespace === id)
      .map((pod) => podLine(pod, observation))
      .sort(),
    ...addressesLines(endpoints, id),
    ...pools
      .filter((pool) => belongsTo(pool, id))
      .map(poolLine)
      .sort(),
    ...subnets
      .filter((subnet) => belongsTo(subnet, id))
      .map(subnetLine)
      .sort(),
  ];
}

function podLine(pod: KubeObject, { events }: Observation): string {
  const owner = pod.metadata.ownerReferences?.[0];
  const name =
    owner === undefined ? pod.metadata.name : pod.metadata.name.replace(/(-[a-z0-9]+)?-[a-z0-9]+$/, '');
  const ends = pod.metadata.deletionTimestamp === undefined ? '' : ' (ending)';
  const failure = isReady(pod) ? undefined : failuresOf(events, pod).at(-1);
  const words = failure === undefined ? '' : `: ${plainWords(failure, pod)}`;
  return `Pod ${name} ${phaseOf(pod)}${isReady(pod) ? ', ready' : ''}${ends}${words}`;
}

/** Which Pod has which address is chance; which addresses are taken is not. */
function addressesLines(endpoints: readonly KubeObject[], id: string): string[] {
  const records = endpoints
    .filter(({ metadata }) => metadata.namespace === id)
    .flatMap(({ status }) => listOr(objectOr(objectOr(status).current).ips).filter(isObject));
  return records
    .flatMap((record) =>
      ['ipv4', 'ipv6'].flatMap((family) => {
        const address = textOr(record[family]);
        if (address === '') return [];
        const routes = listOr(record.routes).length === 0 ? '' : ` routes ${JSON.stringify(record.routes)}`;
        const clean = record.cleanGateway === true ? ' without gateway' : '';
        return [
          `Address ${textOr(record.interface)} ${address} of ${withoutUid(textOr(record[`${family}Pool`]))}` +
            ` gateway ${textOr(record[`${family}Gateway`]) || 'none'}${clean}${routes}`,
        ];
      }),
    )
    .sort();
}

function poolLine({ metadata, spec, status }: KubeObject): string {
  const { ips, excludeIPs, ipVersion, subnet, gateway } = objectOr(spec);
  const { totalIPCount, allocatedIPCount } = objectOr(status);
  const number = metadata.annotations?.[annotations.poolIpNumber];
  const state = metadata.deletionTimestamp === undefined ? '' : ' (ending)';
  const facts = [
    `IPv${scalarText(ipVersion ?? '?')}`,
    textOr(subnet),
    `ips ${JSON.stringify(ips ?? [])}`,
    ...(excludeIPs === undefined ? [] : [`without ${JSON.stringify(excludeIPs)}`]),
    `gateway ${textOr(gateway) || 'none'}`,
    `${scalarText(allocatedIPCount ?? 0)} of ${scalarText(totalIPCount ?? 0)}`,
    ...(number === undefined ? [] : [`number ${number}`]),
    ...labelsOf(metadata.labels),
  ];
  return `Pool ${withoutUid(metadata.name)}${state}: ${facts.join(', ')}`;
}

function subnetLine({ metadata, spec, status }: KubeObject): string {
  const { ips, subnet, gateway } = objectOr(spec);
  const { totalIPCount, allocatedIPCount } = objectOr(status);
  const counts = `${scalarText(allocatedIPCount ?? 0)} of ${scalarText(totalIPCount ?? 0)}`;
  const where = `${textOr(subnet)}, ips ${JSON.stringify(ips ?? [])}, gateway ${textOr(gateway) || 'none'}`;
  return `Subnet ${metadata.name}: ${where}, ${counts}, ${labelsOf(metadata.labels).join(', ')}`;
}

function labelsOf(labels: Readonly<Record<string, string>> | undefined): string[] {
  return Object.entries(labels ?? {})
    .filter(([key]) => !key.endsWith('-uid'))
    .map(([key, value]) => `${key.replace('ipam.spidernet.io/', '')}=${value}`)
    .sort();
}

function belongsTo({ metadata }: KubeObject, id: string): boolean {
  return (
    metadata.name.startsWith(`${id}-`) ||
    metadata.labels?.['ipam.spidernet.io/owner-application-namespace'] === id
  );
}

/** `auto4-web-net1-a5bd3` */
function withoutUid(pool: string): string {
  return pool.replace(/^(auto[46]-.*)-[0-9a-f]{1,5}$/, '$1-*');
}

function failuresOf(events: readonly KubeObject[], pod: KubeObject): string[] {
  return events
    .filter(
      ({ involvedObject, reason, type }) =>
        objectOr(involvedObject).uid === pod.metadata.uid &&
        type === 'Warning' &&
        reason === 'FailedCreatePodSandBox',
    )
    .map(({ message }) => textOr(message));
}

function plainWords(message: string, { metadata }: KubeObject): string {
  return message
    .replace('(combined from similar events): ', '')
    .replaceAll(metadata.name, 'POD')
    .replaceAll(metadata.uid, 'UID')
    .replace(/(auto[46]-[a-z0-9-]*)-[0-9a-f]{5}(?![0-9a-z])/g, '$1-*')
    .replace(/"[0-9a-f]{64}"/g, '"SANDBOX"')
    .replace(/\[[0-9a-f-]{36}\]/g, '[UID]')
    .replace(/(uid:?)[0-9a-f-]{36}/gi, '$1UID')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UID');
}

function phaseOf({ status }: KubeObject): string {
  return textOr(objectOr(status).phase);
}

function isReady({ status }: KubeObject): boolean {
  return listOr(objectOr(status).conditions).some(
    (condition) => objectOr(condition).type === 'Ready' && objectOr(condition).status === 'True',
  );
}
