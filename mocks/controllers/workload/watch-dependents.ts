import type { LabelSelector } from 'kubernetes-types/meta/v1';
import { controllerOf, keyOf } from '../cluster.ts';
import type { ControllerContext } from '../controller-context.ts';
import type { AnyObject, Immutable, KindName } from '../kinds.ts';
import { matchesSelector } from '../label-selector.ts';
import type { WorkQueue } from '../work-queue.ts';

type Selecting = AnyObject & { readonly spec: { readonly selector?: Immutable<LabelSelector> } };

/**
 * Wakes the owners of changed objects: the controller they have, the one they had, and for objects without any, all
 * that might adopt them.
 */
export function watchDependents(
  context: ControllerContext,
  queue: WorkQueue,
  dependents: KindName,
  owners: {
    kind: string;
    resource:
      | 'apps/v1/deployments'
      | 'apps/v1/replicasets'
      | 'apps/v1/statefulsets'
      | 'apps/v1/daemonsets'
      | 'batch/v1/jobs'
      | 'batch/v1/cronjobs';
  },
): void {
  function wakeController(object: AnyObject | undefined): boolean {
    const controller = object === undefined ? undefined : controllerOf(object);
    if (controller === undefined) return false;
    const { namespace } = object?.metadata ?? {};
    if (controller.kind === owners.kind && namespace !== undefined) {
      queue.add(keyOf({ metadata: { namespace, name: controller.name } }));
    }
    return true;
  }

  context.watch(dependents, ({ type, object, previous }) => {
    wakeController(previous);
    if (wakeController(object) || type === 'DELETED') return;
    for (const owner of context.cluster.list(owners.resource, object.metadata.namespace) as Selecting[]) {
      if (matchesSelector(owner.spec.selector, object.metadata.labels)) queue.add(keyOf(owner));
    }
  });
}
