import { addressFamilies } from '../src/domain/ip/address.ts';
import type { AddressFamily } from '../src/domain/ip/address.ts';
import type { Demand, FixedPool, KnownPrediction, NodeCourse } from '../src/domain/prediction/prediction.ts';
import type { EndpointAddress } from '../src/domain/spiderpool/endpoint.ts';
import type { Outcome, OutcomePool, PodOutcome } from './outcome.ts';
import { failureProblems } from './compare-failures.ts';

/** Where a prediction and what came of it do not agree, in sentences; none when they do. */
export function disagreements(predicted: KnownPrediction, outcome: Outcome): readonly string[] {
  const { pods } = outcome;
  if (pods.length !== predicted.pods) return [`${pods.length} Pods are there, not ${predicted.pods}`];
  const { min, max } = predicted.running;
  const running = pods.filter((pod) => pod.running).length;
  return [
    ...(running < min || running > max ? [`${running} Pods run, not ${min} to ${max}`] : []),
    ...failureProblems(predicted, pods),
    ...pods.flatMap((pod) => podProblems(pod, predicted, outcome)),
    ...predicted.fixedPools.flatMap((pool) => fixedPoolProblems(pool, outcome.pools)),
  ];
}

interface Held {
  readonly nic: string;
  readonly family: AddressFamily;
  readonly address: EndpointAddress;
}

function podProblems(pod: PodOutcome, predicted: KnownPrediction, outcome: Outcome): readonly string[] {
  const held = heldBy(pod);
  const course = predicted.courses.find(({ nodes }) => nodes.includes(pod.node));
  if (!course) return pod.node === '' ? [] : [`${pod.name} is on ${pod.node}, where it should not be`];
  const problems = held.flatMap((each) => heldProblems(pod, each, course, outcome));
  if (pod.running) problems.push(...missingAddresses(pod, held, course));
  problems.push(...sharedProblems(pod, held));
  return problems;
}

function heldBy({ nics }: PodOutcome): readonly Held[] {
  return nics.flatMap((nic) =>
    addressFamilies.flatMap((family) => {
      const address = nic[family];
      return address ? [{ nic: nic.interfaceName, family, address }] : [];
    }),
  );
}

/** The address is from a pool that may give it, and from no later tier while an earlier one has something left. */
function heldProblems(
  { name }: PodOutcome,
  { nic, family, address }: Held,
  course: NodeCourse,
  { pools }: Outcome,
): readonly string[] {
  const what = `${name} ${nic} ${family} from ${address.pool}`;
  const demand = demandsOf(course).find((each) => each.nic === nic && each.family === family);
  if (!demand) return [`${what}: nothing was to come there`];
  const tier = demand.tiers.findIndex((offers) =>
    offers.some((offer) => isOf(offer.pool, address.pool, pools)),
  );
  if (tier < 0) return [`${what}: not a pool that may serve it`];
  const earlier = demand.tiers.slice(0, tier).flat();
  const left = earlier.filter(({ pool, free }) => free > takenSince(pool, pools));
  return left.map(({ pool }) => `${what}: ${pool} is drained first and has something left`);
}

/** A pool by its name, or one that did not exist by the beginning of it. */
function isOf(offer: string, pool: string, pools: readonly OutcomePool[]): boolean {
  return (
    offer === pool ||
    (offer.endsWith('-') && pool.startsWith(offer) && pools.some(({ name }) => name === pool))
  );
}

function takenSince(name: string, pools: readonly OutcomePool[]): bigint {
  const pool = pools.find((each) => each.name === name);
  return BigInt(pool?.allocated.filter(({ podUid }) => !podUid.startsWith('former-')).length ?? 0);
}

function missingAddresses(
  { name }: PodOutcome,
  held: readonly Held[],
  course: NodeCourse,
): readonly string[] {
  return demandsOf(course)
    .filter(({ nic, family }) => !held.some((each) => each.nic === nic && each.family === family))
    .map(({ nic, family }) => `${name} runs without the ${family} address of ${nic}`);
}

/** One pool gives a Pod one address, whichever of its NICs asks (domain reference 1.8). */
function sharedProblems({ name }: PodOutcome, held: readonly Held[]): readonly string[] {
  return held.flatMap((one, index) =>
    held.slice(index + 1).flatMap((other) => {
      const samePool = one.address.pool === other.address.pool;
      const sameAddress = one.address.address === other.address.address;
      return samePool === sameAddress
        ? []
        : [`${name}: ${one.nic} and ${other.nic} have ${one.address.address} and ${other.address.address}`];
    }),
  );
}

function demandsOf({ allocations }: NodeCourse): readonly Demand[] {
  return allocations.flatMap(({ demands }) => demands);
}

function fixedPoolProblems(predicted: FixedPool, pools: readonly OutcomePool[]): readonly string[] {
  const { namePrefix, labels, size, made } = predicted;
  const found = pools.filter(({ name }) => name.startsWith(namePrefix));
  if (!made) return found.length === 0 ? [] : [`${namePrefix} was made`];
  const [pool] = found;
  if (!pool) return [`${namePrefix} was not made`];
  const wrong = Object.entries(labels).filter(([key, value]) => pool.labels[key] !== value);
  return [
    ...(pool.total === size ? [] : [`${pool.name} has ${pool.total} addresses, not ${size}`]),
    ...wrong.map(([key, value]) => `${pool.name} has the label ${key}=${pool.labels[key]}, not ${value}`),
  ];
}
