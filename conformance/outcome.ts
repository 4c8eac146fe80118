import { decodeEndpoint } from '../src/domain/spiderpool/endpoint.ts';
import type { EndpointNic } from '../src/domain/spiderpool/endpoint.ts';
import { decodePool } from '../src/domain/spiderpool/decode-pool.ts';
import type { Pool } from '../src/domain/spiderpool/pool.ts';
import { textAt, textMapAt, valueAt } from '../src/domain/untyped.ts';
import type { ConformanceCluster } from './conformance-cluster.ts';
import { decodedAll } from './known-view.ts';

/** What came of a workload. */
export interface Outcome {
  readonly pods: readonly PodOutcome[];
  readonly pools: readonly OutcomePool[];
}

export interface PodOutcome {
  readonly name: string;
  readonly uid: string;
  /** `''` for one that fits no node. */
  readonly node: string;
  readonly running: boolean;
  /** The message of its first warning Event. */
  readonly failure: string | undefined;
  readonly nics: readonly EndpointNic[];
}

export interface OutcomePool extends Pool {
  readonly labels: Readonly<Record<string, string>>;
}

/** Reads what the Pods of the one workload have come to. */
export async function readOutcome(cluster: ConformanceCluster): Promise<Outcome> {
  const endpoints = decodedAll(await cluster.list('SpiderEndpoint'), decodeEndpoint);
  const pods = (await readPods(cluster)).map((pod): PodOutcome => ({
    ...pod,
    nics: endpoints.find(({ podUid }) => podUid === pod.uid)?.nics ?? [],
  }));
  const stored = await cluster.list('SpiderIPPool');
  const pools = decodedAll(stored, decodePool).map((pool, index) => ({
    ...pool,
    labels: textMapAt(valueAt(stored[index], 'metadata'), 'labels'),
  }));
  return { pods, pools };
}

/** Whether so many Pods are there, and each runs or has said why not. */
export async function isSettled(cluster: ConformanceCluster, wanted: number): Promise<boolean> {
  const pods = await readPods(cluster);
  return pods.length === wanted && pods.every(({ running, failure }) => running || failure !== undefined);
}

async function readPods(cluster: ConformanceCluster): Promise<readonly Omit<PodOutcome, 'nics'>[]> {
  const failures = firstFailures(await cluster.list('Event'));
  return (await cluster.list('Pod')).map((pod) => {
    const metadata = valueAt(pod, 'metadata');
    const name = textAt(metadata, 'name') ?? '';
    return {
      name,
      uid: textAt(metadata, 'uid') ?? '',
      node: textAt(valueAt(pod, 'spec'), 'nodeName') ?? '',
      running: textAt(valueAt(pod, 'status'), 'phase') === 'Running',
      failure: failures.get(name),
    };
  });
}

const reasons = ['FailedCreatePodSandBox', 'FailedScheduling'];

/** The first failure of each Pod, by the Pod's name. */
function firstFailures(events: readonly unknown[]): ReadonlyMap<string, string> {
  const found = events
    .filter((event) => reasons.includes(textAt(event, 'reason') ?? ''))
    .map((event) => ({
      pod: textAt(valueAt(event, 'involvedObject'), 'name') ?? '',
      since: textAt(event, 'firstTimestamp') ?? '',
      message: textAt(event, 'message') ?? '',
    }))
    .sort((a, b) => (a.since < b.since ? 1 : -1));
  return new Map(found.map(({ pod, message }) => [pod, message]));
}
