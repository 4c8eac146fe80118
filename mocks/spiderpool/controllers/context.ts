import type { Clock } from '../../clock.ts';
import type { EventRecorders } from '../../controllers/events/event-recorder.ts';
import { createWorkQueue } from '../../controllers/work-queue.ts';
import type { WorkQueue } from '../../controllers/work-queue.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import type { KubeObject, ResourceName, StoreEvent } from '../../store/store.ts';
import type { SpiderpoolSettings } from '../settings.ts';

/** The part of the API server that Spiderpool's controllers write through. */
export interface AdmittedApi {
  create(resource: ResourceName, object: Parameters<MemoryStore['create']>[1]): KubeObject;
  update(resource: ResourceName, object: KubeObject): KubeObject;
}

/** What Spiderpool's controllers work with. */
export interface SpiderpoolControllerContext {
  store: MemoryStore;
  api: AdmittedApi;
  clock: Clock;
  settings: SpiderpoolSettings;
  events: EventRecorders;
  /** Tells of each object that is there, then of each change. The objects belong to the store. */
  watch(resource: ResourceName, listener: (event: StoreEvent) => void): void;
  queue(reconcile: (key: string) => void): WorkQueue;
  /** Runs a task again and again, with this time in between. */
  every(milliseconds: number, task: () => void): void;
}

export interface SpiderpoolControllerOptions {
  store: MemoryStore;
  api: AdmittedApi;
  clock: Clock;
  settings: SpiderpoolSettings;
  events: EventRecorders;
  /** Receives mistakes of the controllers themselves. */
  report: (error: unknown) => void;
}

export function createSpiderpoolControllerContext(
  options: SpiderpoolControllerOptions,
): SpiderpoolControllerContext & { stop(): void } {
  const { store, clock, report } = options;
  const stops: (() => void)[] = [];

  return {
    ...options,
    watch(resource, listener) {
      for (const object of store.peekList(resource)) listener({ type: 'ADDED', resource, object });
      stops.push(
        store.observe((event) => {
          if (event.resource === resource) listener(event);
        }),
      );
    },
    queue(reconcile) {
      const queue = createWorkQueue(clock, reconcile, report);
      stops.push(() => queue.stop());
      return queue;
    },
    every(milliseconds, task) {
      let timer = clock.after(milliseconds, run);
      function run(): void {
        timer = clock.after(milliseconds, run);
        task();
      }
      stops.push(() => timer.cancel());
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}
