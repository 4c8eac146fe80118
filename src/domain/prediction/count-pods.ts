import type { FailureCause } from '../failures/failure.ts';
import { coveredBy, mostShort, overlap, suppliers, supply } from './demand-sets.ts';
import { exhaustedWords } from './failure-words.ts';
import type { CountRange, Demand, PodCourse, PredictedFailure } from './prediction.ts';

/** What comes of so many Pods. */
export interface Counted {
  readonly running: CountRange;
  readonly failures: readonly PredictedFailure[];
}

/**
 * Follows Pods that are all on the same course through its allocations, in whatever order they take turns. What it rests
 * on: no Pod holds two addresses of one pool (domain reference 1.8), none gives one back while it lives, and a Pod that
 * finds every pool of a demand used up holds none of them.
 */
export function countPods(course: PodCourse, pods: number): Counted {
  const failures: PredictedFailure[] = [];
  let arriving: CountRange = { min: pods, max: pods };
  const met: Demand[] = [];
  const takeChances = (after: number) => {
    if (arriving.max === 0) return;
    for (const { failure } of course.mayEnd.filter((chance) => chance.after === after)) {
      failures.push({ ...failure, pods: { min: 0, max: arriving.max } });
      arriving = { min: 0, max: arriving.max };
    }
  };
  for (const [index, { demands }] of course.allocations.entries()) {
    takeChances(index);
    const shortages = demands.map((demand) => shortage(demand, demands, met, course, pods));
    const most = Math.min(arriving.max, ...demands.map((demand) => atMost(demand, arriving.max)));
    const lost = (count: number) => sum(shortages.map((of) => of(count)));
    const least = Math.min(...[arriving.min, arriving.max].map((count) => count - lost(count)));
    const passing = { min: Math.max(0, Math.min(least, most)), max: most };
    const failing = {
      min: Math.max(0, arriving.min - passing.max),
      max: Math.min(arriving.max, lost(arriving.max)),
    };
    const short = demands.filter((demand) => mostShort(demand, pods, heldAtMost(demand, course)) > 0);
    if (failing.max > 0) failures.push(...exhausted(short, failing));
    arriving = passing;
    met.push(...demands);
  }
  takeChances(course.allocations.length);
  if (!course.end || arriving.max === 0) return { running: arriving, failures };
  return { running: { min: 0, max: 0 }, failures: [...failures, { ...course.end, pods: arriving }] };
}

/** How many of the arriving Pods a demand fails at most; those that another demand of the same call fails count there. */
function shortage(
  demand: Demand,
  together: readonly Demand[],
  met: readonly Demand[],
  course: PodCourse,
  pods: number,
): (arriving: number) => number {
  const before = together.slice(0, together.indexOf(demand));
  const after = together.slice(before.length + 1);
  const isCovered =
    [...met, ...before].some((other) => coveredBy(demand, other)) ||
    after.some((other) => coveredBy(demand, other) && !coveredBy(other, demand));
  if (isCovered) return () => 0;
  const each = heldAtMost(demand, course);
  if (each > 1) {
    const most = mostShort(demand, pods, each);
    return () => most;
  }
  return (arriving) => arriving - atMost(demand, arriving);
}

/** How many of the demand's pools one Pod may hold an address of. */
export function heldAtMost(demand: Demand, { allocations, drawsAgain }: PodCourse): number {
  if (drawsAgain) return suppliers(demand).size;
  const all = allocations.flatMap(({ demands }) => demands);
  return all.filter((other) => other === demand || overlap(demand, other)).length;
}

function atMost(demand: Demand, pods: number): number {
  const free = supply(suppliers(demand));
  return free < BigInt(pods) ? Number(free) : pods;
}

/**
 * One failure for all demands of a call: the agent names one of those that came too late, or all. Where some lack
 * addresses and some records, it may be either for each Pod.
 */
export function exhausted(demands: readonly Demand[], pods: CountRange): readonly PredictedFailure[] {
  const failures = new Map<FailureCause, PredictedFailure>();
  for (const demand of demands) {
    const words = exhaustedWords(demand);
    const nics = [...(failures.get(words.cause)?.nics ?? []), demand.nic];
    failures.set(words.cause, { ...(failures.get(words.cause) ?? words), nics, pods });
  }
  const found = [...failures.values()];
  return found.length <= 1 ? found : found.map((each) => ({ ...each, pods: { min: 0, max: pods.max } }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
