import { copyJson, isObject, objectOr, textOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { badRequest, invalid } from '../../store/status-errors.ts';
import type { KubeObject } from '../../store/store.ts';
import { cannotBeHandled, decode, DecodeError } from '../decode/decode.ts';
import { withoutZeros } from '../decode/omit-zeros.ts';
import type { Patch } from '../patch/patch.ts';
import { formatSelector } from '../print/labels.ts';
import { resourceNameOf } from '../resource-type.ts';
import { loadDefinitions, schemaReference } from '../schema/definitions.ts';
import type { WriteOptions } from '../write-options.ts';
import { notFound, staleVersion } from '../../store/status-errors.ts';
import type { OperationContext } from './operation-context.ts';
import { patchedBody } from './patch.ts';
import { wrongName } from './prepare-meta.ts';
import { storedObject } from './update.ts';
import type { Target } from './update.ts';
import { writeChange } from './write-pipeline.ts';

function scaleSchema(): JsonObject {
  loadDefinitions('autoscaling/v1');
  return schemaReference('autoscaling/v1', 'Scale');
}

/** The Scale of a workload. */
export function scaleOf(object: KubeObject): JsonObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  const spec = objectOr(object.spec);
  const selector = isObject(spec.selector) ? formatSelector(spec.selector) : '';
  return withoutZeros(scaleSchema(), {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: spec.replicas ?? 0 },
    status: { replicas: objectOr(object.status).replicas ?? 0, selector },
  });
}

/** GET of a scale. @throws StatusError 404 */
export function readScale(context: OperationContext, target: Target): JsonObject {
  const { type, namespace, name } = target;
  const resource = resourceNameOf(type);
  const found = context.store.peek(resource, namespace, name);
  if (found !== undefined) return scaleOf(found);
  const { group, version, plural } = type;
  throw notFound(`${group}/${version}/${plural}/scale`, name);
}

/** PUT of a scale. @throws StatusError */
export function updateScale(
  context: OperationContext,
  target: Target,
  body: unknown,
  options: WriteOptions,
): JsonObject {
  const old = storedObject(context, target);
  const { metadata, spec } = decodeScale(body);
  const { resourceVersion, name } = objectOr(metadata);
  if (name !== target.name) throw wrongName(textOr(name), target.name);
  const resource = resourceNameOf(target.type);
  if (
    typeof resourceVersion === 'string' &&
    resourceVersion !== '' &&
    resourceVersion !== old.metadata.resourceVersion
  ) {
    throw staleVersion(resource, target.name);
  }
  const replicas = Number(objectOr(spec).replicas ?? 0);
  if (replicas < 0) {
    throw invalid('Scale.autoscaling', target.name, [
      {
        reason: 'FieldValueInvalid',
        field: 'spec.replicas',
        message: `Invalid value: ${replicas}: must be greater than or equal to 0`,
      },
    ]);
  }
  const next = copyJson(old);
  next.spec = { ...objectOr(next.spec), replicas };
  return scaleOf(writeChange(context, target.type, next, old, { ...options, subresource: 'scale' }));
}

/** PATCH of a scale. @throws StatusError */
export function patchScale(
  context: OperationContext,
  target: Target,
  patch: Patch,
  options: WriteOptions,
): JsonObject {
  const scale = readScale(context, target);
  // An apply of a scale sets what it says, as a merge does: there is only one field to own.
  const body =
    patch.kind === 'apply'
      ? patchedBody({}, scale, { kind: 'merge', body: patch.configuration })
      : patchedBody({ schema: scaleSchema() }, scale, patch);
  return updateScale(context, target, body, options);
}

function decodeScale(body: unknown): JsonObject {
  if (!isObject(body)) throw badRequest('the object provided is unrecognized (must be of type Scale)');
  try {
    return decode(scaleSchema(), body).value;
  } catch (error) {
    if (error instanceof DecodeError) throw cannotBeHandled('Scale', 'v1', error.message);
    throw error;
  }
}
