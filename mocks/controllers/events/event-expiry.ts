import { keyOf, nameOf } from '../cluster.ts';
import type { ControllerContext } from '../controller-context.ts';
import { EVENT_LIFETIME } from '../timing.ts';
import { millisecondsOf } from '../timestamp.ts';

/** Removes events one hour after they were last seen, as etcd does with its leases. */
export function startEventExpiry(context: ControllerContext): void {
  const { cluster, clock } = context;

  const queue = context.queue((key) => {
    const { namespace, name } = nameOf(key);
    const event = cluster.get('v1/events', namespace, name);
    if (event === undefined) return;
    const seen =
      millisecondsOf(event.lastTimestamp) ??
      millisecondsOf(event.eventTime) ??
      millisecondsOf(event.metadata.creationTimestamp) ??
      clock.now();
    const left = seen + EVENT_LIFETIME - clock.now();
    if (left > 0) queue.addAfter(key, left);
    else cluster.delete('v1/events', event);
  });

  context.watch('v1/events', ({ type, object }) => {
    if (type === 'ADDED') queue.addAfter(keyOf(object), EVENT_LIFETIME);
  });
}
