import type { Clock } from '../../clock.ts';
import { seconds } from '../../store/deletion.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import type { AnyObject } from '../kinds.ts';
import { createEventCorrelator } from './event-correlator.ts';
import type { EventContent } from './event-correlator.ts';

/** Who speaks: `kubelet` on `node-1`, `default-scheduler`. */
export interface EventSource {
  component: string;
  host?: string;
}

/** Records events about objects in the name of one source. */
export interface EventRecorder {
  /** @param fieldPath the part of the object that is meant: `spec.containers{web}` */
  normal(object: AnyObject, reason: string, message: string, fieldPath?: string): void;
  warning(object: AnyObject, reason: string, message: string, fieldPath?: string): void;
}

/** Makes recorders; one for each source, as each real component counts only what it said itself. */
export interface EventRecorders {
  of(source: EventSource): EventRecorder;
}

const EVENTS = 'v1/events';
const NANOSECONDS = 1_000_000n;

export function createEventRecorders({ store, clock }: { store: MemoryStore; clock: Clock }): EventRecorders {
  const recorders = new Map<string, EventRecorder>();
  let sequence = 0n;

  /** `web.188b1f5a2c3d4e5f`: the object and the time in nanoseconds. */
  function newName(object: AnyObject): string {
    sequence = (sequence + 1n) % NANOSECONDS;
    const nanoseconds = BigInt(Math.floor(clock.now())) * NANOSECONDS + sequence;
    return `${object.metadata.name}.${nanoseconds.toString(16)}`;
  }

  function createRecorder(source: EventSource): EventRecorder {
    const correlator = createEventCorrelator(clock);

    function write(object: AnyObject, content: EventContent): void {
      const namespace = object.metadata.namespace ?? 'default';
      if (isTerminating(store, namespace)) return;
      const result = correlator.correlate(content);
      if (result.outcome === 'dropped') return;
      if (result.outcome === 'again') {
        const { name, message, count } = result;
        const known = store.modify(EVENTS, namespace, name, (event) => {
          Object.assign(event, { message, count, lastTimestamp: seconds(clock.now()) });
        });
        if (known !== undefined) return;
      }
      const count = result.outcome === 'again' ? result.count : 1;
      const first = result.outcome === 'again' ? result.firstTimestamp : seconds(clock.now());
      const name = newName(object);
      store.create(EVENTS, {
        apiVersion: 'v1',
        kind: 'Event',
        metadata: { name, namespace },
        involvedObject: referenceTo(object, content.fieldPath),
        reason: content.reason,
        message: result.message,
        source,
        firstTimestamp: first,
        lastTimestamp: seconds(clock.now()),
        count,
        type: content.type,
        eventTime: null,
        reportingComponent: source.component,
        reportingInstance: source.host ?? '',
      });
      if (result.outcome === 'new') result.remember(name);
    }

    const record =
      (type: 'Normal' | 'Warning') =>
      (object: AnyObject, reason: string, message: string, fieldPath?: string): void => {
        const { kind, metadata } = object;
        const subject = JSON.stringify([kind, metadata.namespace, metadata.name, metadata.uid]);
        const content: EventContent = { subject, type, reason, message };
        write(object, fieldPath === undefined ? content : { ...content, fieldPath });
      };
    return { normal: record('Normal'), warning: record('Warning') };
  }

  return {
    of(source) {
      const key = JSON.stringify([source.component, source.host]);
      const known = recorders.get(key);
      if (known !== undefined) return known;
      const made = createRecorder(source);
      recorders.set(key, made);
      return made;
    },
  };
}

function referenceTo({ apiVersion, kind, metadata }: AnyObject, fieldPath: string | undefined) {
  const { namespace, name, uid, resourceVersion } = metadata;
  return {
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    name,
    uid,
    apiVersion,
    resourceVersion,
    ...(fieldPath === undefined ? {} : { fieldPath }),
  };
}

/** Nothing can be created in a namespace that is being deleted. */
function isTerminating(store: MemoryStore, namespace: string): boolean {
  return store.peek('v1/namespaces', undefined, namespace)?.metadata.deletionTimestamp !== undefined;
}
