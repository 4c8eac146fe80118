import { exhausted, heldAtMost } from './count-pods.ts';
import type { Counted } from './count-pods.ts';
import { mostShort, supplierMap, supply } from './demand-sets.ts';
import type { Demand, NodeCourse, PredictedFailure } from './prediction.ts';

/** A course and for how many Pods its nodes have devices. */
export interface RoomyCourse {
  readonly course: NodeCourse;
  readonly room: number;
}

/**
 * Bounds for Pods whose course depends on the node that the scheduler takes: it may take any that has room. Wider than
 * what will happen, but never wrong.
 */
export function countByNode(courses: readonly RoomyCourse[], pods: number): Counted {
  const heldByOne = (demand: Demand) => Math.max(...courses.map(({ course }) => heldAtMost(demand, course)));
  const failures: PredictedFailure[] = [];
  let lost = 0;
  for (const { course, room } of courses) {
    const most = Math.min(pods, room);
    let short = 0;
    for (const allocation of course.allocations) {
      const scarce = allocation.demands.filter((demand) => mostShort(demand, pods, heldByOne(demand)) > 0);
      const failing = scarce.reduce((sum, demand) => sum + mostShort(demand, pods, heldByOne(demand)), 0);
      failures.push(...exhausted(scarce, { min: 0, max: Math.min(most, failing) }));
      short += failing;
    }
    const ends = [...course.mayEnd.map(({ failure }) => failure), ...(course.end ? [course.end] : [])];
    failures.push(...ends.map((failure) => ({ ...failure, pods: { min: 0, max: most } })));
    lost += ends.length > 0 ? most : Math.min(most, short);
  }
  const max = mostRunning(courses, pods);
  return { running: { min: Math.max(0, Math.min(max, pods - lost)), max }, failures };
}

function mostRunning(courses: readonly RoomyCourse[], pods: number): number {
  const open = courses.filter(({ course }) => course.end === undefined);
  const room = open.reduce((sum, each) => sum + each.room, 0);
  const demands = open.flatMap(({ course }) => course.allocations.flatMap((each) => each.demands));
  const supplies = demands.map((demand) => {
    const same = demands.filter(({ nic, family }) => nic === demand.nic && family === demand.family);
    return supply(supplierMap(same.flatMap(({ tiers }) => tiers.flat())));
  });
  return [BigInt(room), ...supplies].reduce(
    (least, each) => (each < BigInt(least) ? Number(each) : least),
    pods,
  );
}
