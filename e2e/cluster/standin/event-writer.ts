import type { Clock } from '../../../mocks/clock.ts';
import { createEventRecorders } from '../../../mocks/controllers/events/event-recorder.ts';
import type { EventRecorders } from '../../../mocks/controllers/events/event-recorder.ts';
import { createMemoryStore } from '../../../mocks/store/memory-store.ts';
import type { KubeObject } from '../../../mocks/store/store.ts';
import type { ApiClient } from '../api/api-client.ts';
import { ApiError } from '../api/api-client.ts';
import { pathOf } from '../api/resources.ts';
import type { WorkOrder } from './work-order.ts';

const EVENTS = 'v1/events';

/** Recorders whose Events go to a real API server, counted and combined as the kubelet's client does. */
export function createEventWriter(client: ApiClient, clock: Clock, order: WorkOrder): EventRecorders {
  const told = createMemoryStore({ clock });

  async function create(event: KubeObject): Promise<void> {
    const { name, namespace } = event.metadata;
    await client.post(pathOf(EVENTS, namespace), { ...event, metadata: { name, namespace } });
  }

  async function repeat(event: KubeObject): Promise<void> {
    const { count, message, lastTimestamp, metadata } = event;
    try {
      const patch = { count, message, lastTimestamp };
      await client.patch(pathOf(EVENTS, metadata.namespace, metadata.name), 'merge', patch);
    } catch (error) {
      // Events do not live for ever.
      if (!(error instanceof ApiError && error.code === 404)) throw error;
      await create(event);
    }
  }

  told.subscribe(({ type, object }) => {
    order.add(object.metadata.uid, () => (type === 'ADDED' ? create(object) : repeat(object)));
  });
  return createEventRecorders({ store: told, clock });
}
