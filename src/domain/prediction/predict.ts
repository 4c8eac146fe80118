import type { ClusterView } from '../cluster-view.ts';
import type { NodeFacts } from '../node-facts.ts';
import { podContextOf } from '../spiderpool/pod-context.ts';
import { addressOrigins, listedPools } from '../spiderpool/precedence.ts';
import type { Draft } from '../workload/draft.ts';
import { countByNode } from './count-by-node.ts';
import type { RoomyCourse } from './count-by-node.ts';
import { countPods } from './count-pods.ts';
import type { Counted } from './count-pods.ts';
import { failureWords } from './failure-words.ts';
import { fixedPoolsOf } from './fixed-pools.ts';
import { deviceRequests, placesFor } from './placement.ts';
import type { Place } from './placement.ts';
import { podCourse } from './pod-course.ts';
import type { CourseFacts } from './pod-course.ts';
import type { PodCourse, Prediction, PredictedFailure, UnknownPart } from './prediction.ts';

/**
 * What the first start of the workload will come to in the cluster as it is seen: how many Pods run, where their
 * addresses come from, and in which words the others fail. It goes through the same rules that the form shows. Taken as
 * met, for nothing in the view says so: processors and memory, masters on the nodes, a coordinator that is ready, and
 * `matchMasterSubnet`.
 */
export function predict(draft: Draft, view: ClusterView): Prediction {
  const pods = podCount(draft.basics.replicas);
  const nodes = view.nodes.state === 'known' ? view.nodes.value : undefined;
  const because = unknownParts(view, pods);
  if (pods === undefined || !nodes || because.length > 0) {
    return { kind: 'unknown', because };
  }
  const pod = podContextOf(draft);
  const origins = addressOrigins(draft.network, pod.namespace, view);
  const facts: CourseFacts = {
    network: draft.network,
    pod,
    view,
    origins,
    listed: listedPools(draft.network, view),
    fixedPools: fixedPoolsOf(draft.network, pod, pods, view),
    devices: deviceRequests(draft),
  };
  const places = placesFor(draft, pod, nodes, pods);
  const courses = coursesByNode(facts, places);
  const landing = Math.min(pods, total(places));
  const { running, failures } = count(courses, landing);
  return {
    kind: 'known',
    pods,
    running,
    courses: courses.map(({ course }) => course),
    failures: [...unscheduled(pods - landing, nodes), ...failures],
    fixedPools: facts.fixedPools,
  };
}

/** Replicas as Kubernetes takes them: 1 when they are not set. */
function podCount(replicas: string): number | undefined {
  if (replicas === '') return 1;
  return /^\d{1,9}$/.test(replicas) ? Number(replicas) : undefined;
}

function unknownParts(view: ClusterView, pods: number | undefined): readonly UnknownPart[] {
  const parts = ['attachments', 'pools', 'subnets', 'reserved', 'namespaces', 'nodes'] as const;
  return [
    ...parts.filter((part) => view[part].state !== 'known'),
    ...(pods === undefined ? (['replicas'] as const) : []),
  ];
}

/** Nodes on which the same happens are one course. */
function coursesByNode(facts: CourseFacts, places: readonly Place[]): readonly RoomyCourse[] {
  const groups = new Map<string, { course: PodCourse; places: Place[] }>();
  for (const place of places) {
    const course = podCourse(facts, place.node);
    const key = JSON.stringify(course, (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
    const group = groups.get(key) ?? { course, places: [] };
    group.places.push(place);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ course, places: own }) => ({
    course: { ...course, nodes: own.map(({ node }) => node.name) },
    room: total(own),
  }));
}

function total(places: readonly Place[]): number {
  return places.reduce((sum, { room }) => sum + room, 0);
}

function count(courses: readonly RoomyCourse[], pods: number): Counted {
  const [only, another] = courses;
  if (!only) return { running: { min: 0, max: 0 }, failures: [] };
  return another ? countByNode(courses, pods) : countPods(only.course, pods);
}

function unscheduled(pods: number, nodes: readonly NodeFacts[]): readonly PredictedFailure[] {
  if (pods === 0) return [];
  const words = failureWords([], `0/${nodes.length} nodes are available: `);
  return [{ ...words, pods: { min: pods, max: pods } }];
}
