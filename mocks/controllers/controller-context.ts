import type { Clock } from '../clock.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import type { KubeObject, NewKubeObject, ResourceName } from '../store/store.ts';
import { createCluster } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { createEventRecorders } from './events/event-recorder.ts';
import type { EventRecorders } from './events/event-recorder.ts';
import type { Immutable, KindName, Kinds } from './kinds.ts';
import type { PodNetwork } from './pod-network.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { createWorkQueue } from './work-queue.ts';
import type { WorkQueue } from './work-queue.ts';

/** The part of the API server that controllers use: objects that they create get defaults and pass the webhooks. */
export interface AdmittedWriter {
  /** Throws `StatusError` when the object is refused. */
  create(resource: ResourceName, object: NewKubeObject): KubeObject;
}

/** A change of one kind of object. */
export interface Change<K extends KindName> {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: Immutable<Kinds[K]>;
  /** The state before, for MODIFIED and DELETED. */
  previous?: Immutable<Kinds[K]>;
}

/** What every controller is given. */
export interface ControllerContext {
  store: MemoryStore;
  cluster: Cluster;
  clock: Clock;
  api: AdmittedWriter;
  network: PodNetwork;
  events: EventRecorders;
  random: Random;
  /** The most Pods that the cluster holds: whatever number somebody types, it must stay usable. */
  mostPods: number;
  /** Tells of each object that is there, then of each change. */
  watch<K extends KindName>(resource: K, listener: (change: Change<K>) => void): void;
  /** A queue that stops with the controllers. */
  queue(reconcile: (key: string) => void): WorkQueue;
  /** Runs a task later, unless the controllers have stopped. */
  after(delay: number, task: () => void): { cancel(): void };
  onStop(task: () => void): void;
}

export interface ControllerOptions {
  store: MemoryStore;
  api: AdmittedWriter;
  clock: Clock;
  network: PodNetwork;
  /** Same seed, same names. */
  seed: number;
  mostPods: number;
  /** Receives mistakes of the controllers themselves. */
  report: (error: unknown) => void;
}

export function createControllerContext(options: ControllerOptions): ControllerContext & { stop(): void } {
  const { store, api, clock, network } = options;
  const stops: (() => void)[] = [];
  let stopped = false;

  function watch<K extends KindName>(resource: K, listener: (change: Change<K>) => void): void {
    type Shape = Immutable<Kinds[K]>;
    for (const object of store.peekList(resource)) {
      listener({ type: 'ADDED', object: object as unknown as Shape });
    }
    const unsubscribe = store.observe((event) => {
      if (event.resource !== resource) return;
      const change = { type: event.type, object: event.object as unknown as Shape };
      listener(
        event.previous === undefined ? change : { ...change, previous: event.previous as unknown as Shape },
      );
    });
    stops.push(unsubscribe);
  }

  return {
    store,
    cluster: createCluster(store),
    clock,
    api,
    network,
    events: createEventRecorders({ store, clock }),
    random: createRandom(options.seed),
    mostPods: options.mostPods,
    watch,
    queue(reconcile) {
      const queue = createWorkQueue(clock, reconcile, options.report);
      stops.push(() => queue.stop());
      return queue;
    },
    after: (delay, task) =>
      clock.after(delay, () => {
        if (stopped) return;
        try {
          task();
        } catch (error) {
          options.report(error);
        }
      }),
    onStop: (task) => void stops.push(task),
    stop() {
      stopped = true;
      for (const stop of stops) stop();
    },
  };
}
