import { isObject, listOr, objectOr, textOr } from '../../../mocks/store/json.ts';
import type { KubeObject } from '../../../mocks/store/store.ts';
import { poolLine, subnetLine, withoutUid } from './block-lines.ts';
import { belongsTo } from './observe.ts';
import type { Observation } from './observe.ts';
import { failedLate, failuresOf, isReady, nameInOutcome, phaseOf, plainWords } from './pod-state.ts';

/** What is to be seen of one case, in lines that are the same in every cluster that behaves the same. */
export type Outcome = readonly string[];

/**
 * What a case has come to: its Pods with the words of their failure, the records of their addresses, the addresses, and pools and
 * subnets with everything that their spec says. What differs from run to run (identities, names that are drawn, times) is left out.
 */
export function outcomeOf(observation: Observation, id: string): Outcome {
  const { workloads, pods, endpoints, pools, subnets } = observation;
  const uids = new Set(workloads.map(({ object }) => object.metadata.uid));
  const records = endpoints.filter(({ metadata }) => metadata.namespace === id);
  return [
    ...pods
      .filter(({ metadata }) => metadata.namespace === id)
      .map((pod) => podLine(pod, observation))
      .sort(),
    ...records.map(endpointLine).sort(),
    ...records.flatMap(addressLines).sort(),
    ...pools
      .filter((pool) => belongsTo(pool, id))
      .map((pool) => poolLine(pool, uids))
      .sort(),
    ...subnets
      .filter((subnet) => belongsTo(subnet, id))
      .map(subnetLine)
      .sort(),
  ];
}

function podLine(pod: KubeObject, { events, workloads }: Observation): string {
  const name = nameInOutcome(pod, workloads);
  const ends = pod.metadata.deletionTimestamp === undefined ? '' : ' (ending)';
  const failure = isReady(pod) ? undefined : failuresOf(events, pod).at(-1);
  const waited = failure !== undefined && failedLate(events, pod) ? ' after 50 s' : '';
  const words = failure === undefined ? '' : `${waited}: ${plainWords(textOr(failure.message), pod)}`;
  return `Pod ${name} ${phaseOf(pod)}${isReady(pod) ? ', ready' : ''}${ends}${words}`;
}

/** Who a record of addresses belongs to, which itself is called as the Pod. Its NICs come in an order of their own each time. */
function endpointLine({ metadata, status }: KubeObject): string {
  const { ownerControllerType, ownerControllerName, current } = objectOr(status);
  const nics = listOr(objectOr(current).ips).map((record) => textOr(objectOr(record).interface));
  const owners = (metadata.ownerReferences ?? []).map(({ kind }) => kind);
  return (
    `Endpoint of ${textOr(ownerControllerType)} ${textOr(ownerControllerName)}: ` +
    `NICs ${nics.sort().join(' ')}, owners ${JSON.stringify(owners)}, ` +
    `finalizers ${JSON.stringify(metadata.finalizers ?? [])}, labels ${JSON.stringify(metadata.labels ?? {})}`
  );
}

/** Which Pod of a Deployment has which address is chance; which addresses are taken is not. */
function addressLines({ metadata, status }: KubeObject): string[] {
  const { ownerControllerType, current } = objectOr(status);
  const holder = ownerControllerType === 'StatefulSet' ? ` for ${metadata.name}` : '';
  return listOr(objectOr(current).ips)
    .filter(isObject)
    .flatMap((record) =>
      ['ipv4', 'ipv6'].flatMap((family) => {
        const address = textOr(record[family]);
        if (address === '') return [];
        const routes = listOr(record.routes).length === 0 ? '' : ` routes ${JSON.stringify(record.routes)}`;
        const clean = record.cleanGateway === true ? ' without gateway' : '';
        return [
          `Address ${textOr(record.interface)} ${address} of ${withoutUid(textOr(record[`${family}Pool`]))}` +
            `${holder} gateway ${textOr(record[`${family}Gateway`]) || 'none'}${clean}${routes}`,
        ];
      }),
    );
}
