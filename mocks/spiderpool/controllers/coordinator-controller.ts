import { objectOr } from '../../store/json.ts';
import { COORDINATORS, SPIDER_FINALIZER } from '../names.ts';
import { removeFinalizer } from '../resources/metadata.ts';
import type { SpiderpoolControllerContext } from './context.ts';

/** What a real controller finds in the cluster: the overlay's Pod CIDR and the Services'. */
const FOUND = { phase: 'Synced', overlayPodCIDR: ['10.233.64.0/18'] };
const SERVICES_V4 = '10.96.0.0/16';
const SERVICES_V6 = 'fd00:10:96::/112';

/**
 * Fills in the status of a SpiderCoordinator that has none, and lets a deleted one go. A status that somebody has set is left
 * alone, so that a scenario can have a coordinator that is not ready.
 */
export function startCoordinatorController(context: SpiderpoolControllerContext): void {
  const { store } = context;
  const queue = context.queue((name) => {
    const object = store.get(COORDINATORS, undefined, name);
    if (object === undefined) return;
    if (object.metadata.deletionTimestamp !== undefined) {
      if (!(object.metadata.finalizers ?? []).includes(SPIDER_FINALIZER)) return;
      removeFinalizer(object);
      store.update(COORDINATORS, object);
    } else if (objectOr(object.status).phase === undefined) {
      const serviceCIDR = context.settings.enableIPv6 ? [SERVICES_V4, SERVICES_V6] : [SERVICES_V4];
      object.status = { ...FOUND, serviceCIDR };
      store.update(COORDINATORS, object, { subresource: 'status' });
    }
  });
  context.watch(COORDINATORS, ({ type, object }) => {
    if (type !== 'DELETED') queue.add(object.metadata.name);
  });
}
