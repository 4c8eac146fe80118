import { isObject, objectOr, textOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { badRequest, conflict, serverError } from '../../store/status-errors.ts';
import { StatusError } from '../../store/store.ts';
import type { KubeObject } from '../../store/store.ts';
import { seconds } from '../../store/deletion.ts';
import { deleteObject } from './delete.ts';
import type { OperationContext } from './operation-context.ts';
import { storedObject } from './update.ts';
import type { Target } from './update.ts';

/**
 * POST of `pods/NAME/binding`: puts a Pod on a node.
 * Source: `assignPod` of pkg/registry/core/pod/storage.
 * @throws StatusError
 */
export function bindPod(context: OperationContext, target: Target, body: unknown, dryRun: boolean): void {
  const { name: node, kind } = textsOf(objectOr(objectOr(body).target));
  if (kind !== '' && kind !== 'Node') {
    throw serverError(
      `target.kind: Unsupported value: ${JSON.stringify(kind)}: supported values: "Node", "<empty>"`,
    );
  }
  if (node === '') throw serverError('target.name: Required value');
  const pod = storedObject(context, target);
  if (pod.metadata.deletionTimestamp !== undefined) {
    throw conflict(
      'v1/pods/binding',
      target.name,
      `pod ${target.name} is being deleted, cannot be assigned to a host`,
    );
  }
  const bound = textOr(objectOr(pod.spec).nodeName);
  if (bound !== '') {
    throw conflict(
      'v1/pods/binding',
      target.name,
      `pod ${target.name} is already assigned to node "${bound}"`,
    );
  }
  if (dryRun) return;
  const { namespace, name } = target;
  context.store.modify('v1/pods', namespace, name, (object) => {
    object.spec = { ...objectOr(object.spec), nodeName: node };
  });
  context.store.modify('v1/pods', namespace, name, (object) => markScheduled(object, context.clock.now()), {
    subresource: 'status',
  });
}

function markScheduled(pod: KubeObject, now: number): void {
  const status = objectOr(pod.status);
  const conditions = Array.isArray(status.conditions) ? status.conditions : [];
  const others = conditions.filter((condition) => !isObject(condition) || condition.type !== 'PodScheduled');
  const scheduled = {
    type: 'PodScheduled',
    status: 'True',
    lastProbeTime: null,
    lastTransitionTime: seconds(now),
  };
  pod.status = { ...status, conditions: [...others, scheduled] };
}

/** POST of `pods/NAME/eviction`. No disruption budget stands in its way here. @throws StatusError */
export function evictPod(context: OperationContext, target: Target, body: unknown, dryRun: boolean): void {
  const { metadata, deleteOptions } = objectOr(body);
  const { name } = textsOf(objectOr(metadata));
  if (name !== target.name) throw badRequest('name in URL does not match name in Eviction object');
  const options = objectOr(deleteOptions);
  const grace = options.gracePeriodSeconds;
  const { uid, resourceVersion } = objectOr(options.preconditions);
  deleteObject(context, target, {
    dryRun,
    ...(typeof grace === 'number' ? { gracePeriodSeconds: grace } : {}),
    ...(typeof uid === 'string' ? { uid } : {}),
    ...(typeof resourceVersion === 'string' ? { resourceVersion } : {}),
  });
}

function textsOf({ name, kind }: JsonObject): { name: string; kind: string } {
  return { name: textOr(name), kind: textOr(kind) };
}

/** What nothing runs for: containers of a simulated Pod have no output and no processes. */
export function unsupportedPodAction(context: OperationContext, target: Target, action: string): StatusError {
  const pod = storedObject(context, target);
  const node = textOr(objectOr(pod.spec).nodeName);
  if (node === '') return badRequest(`pod ${target.name} does not have a host assigned`);
  return new StatusError({
    code: 501,
    reason: 'NotImplemented',
    message: `the simulated cluster runs no containers: ${action} of pod "${target.name}" is not available`,
    details: { name: target.name, kind: 'pods' } satisfies JsonObject,
  });
}
