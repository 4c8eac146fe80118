import { randomUUID } from 'node:crypto';
import { copyJson } from '../../store/json.ts';
import { seconds } from '../../store/deletion.ts';
import { invalid } from '../../store/status-errors.ts';
import type { KubeObject } from '../../store/store.ts';
import { applyDefaults } from '../decode/custom.ts';
import { recordManager } from '../managed-fields/record.ts';
import { qualifiedKind, resourceNameOf } from '../resource-type.ts';
import type { ResourceType } from '../resource-type.ts';
import type { Strategy, StrategyContext } from '../strategy.ts';
import { validateCustom } from '../validation/custom-schema.ts';
import { FieldErrors } from '../validation/field-errors.ts';
import { validateMeta, validateMetaUpdate } from '../validation/object-meta.ts';
import type { WriteOptions } from '../write-options.ts';
import type { OperationContext } from './operation-context.ts';

function noWarning(): void {
  // Controllers have nobody to warn.
}

function strategyOf(context: OperationContext, type: ResourceType): Strategy {
  return context.strategies.get(resourceNameOf(type)) ?? {};
}

function strategyContext(context: OperationContext, options: WriteOptions): StrategyContext {
  return { store: context.store, dryRun: options.dryRun === true, warn: options.warn ?? noWarning };
}

function applyTypeDefaults(strategy: Strategy, type: ResourceType, object: KubeObject): void {
  strategy.defaults?.(object);
  if (type.custom === true && type.schema !== undefined) applyDefaults(type.schema, object);
}

function throwIfInvalid(type: ResourceType, name: string, errors: FieldErrors): void {
  if (!errors.empty) throw invalid(qualifiedKind(type), name, errors.list);
}

/**
 * Takes a decoded object with prepared metadata through defaults, validation, admission and into the store.
 * @throws StatusError
 */
export function writeNew(
  context: OperationContext,
  type: ResourceType,
  object: KubeObject,
  options: WriteOptions,
): KubeObject {
  const strategy = strategyOf(context, type);
  const tools = strategyContext(context, options);
  const resource = resourceNameOf(type);
  if (type.subresources?.status === true && strategy.createsWithStatus !== true) delete object.status;
  applyTypeDefaults(strategy, type, object);
  strategy.prepareForCreate?.(object, tools);
  const errors = new FieldErrors();
  validateMeta(type, object, errors);
  strategy.validate?.(object, errors, tools);
  if (type.custom === true && type.schema !== undefined) validateCustom(type.schema, object, errors);
  throwIfInvalid(type, object.metadata.name, errors);
  for (const plugin of context.admission) {
    plugin.admit({ ...tools, operation: 'CREATE', resource, object });
  }
  // What webhooks add to Kubernetes' own kinds is defaulted like the rest; those of Spiderpool fill in all that they want.
  if (type.custom !== true) applyTypeDefaults(strategy, type, object);
  recordManager(type, undefined, object, options, context.clock.now());
  if (!tools.dryRun) return context.store.create(resource, object);
  const known = context.store.peek(resource, object.metadata.namespace, object.metadata.name);
  if (known !== undefined) return context.store.create(resource, object);
  return unstored(context, object);
}

/** What a create would give, without storing it. */
function unstored(context: OperationContext, object: KubeObject): KubeObject {
  const { resourceVersion: _none, ...metadata } = object.metadata;
  const dry = { uid: randomUUID(), creationTimestamp: seconds(context.clock.now()) };
  return { ...object, metadata: { ...metadata, ...dry } as KubeObject['metadata'] };
}

/**
 * The same for a change of `old`. For `status` and `scale` the caller has put the change into a copy of the old object.
 * @throws StatusError
 */
export function writeChange(
  context: OperationContext,
  type: ResourceType,
  object: KubeObject,
  old: KubeObject,
  options: WriteOptions,
): KubeObject {
  const strategy = strategyOf(context, type);
  const tools = strategyContext(context, options);
  const resource = resourceNameOf(type);
  const { subresource } = options;
  if (subresource === undefined && type.subresources?.status === true) {
    delete object.status;
    if (old.status !== undefined) object.status = copyJson(old.status);
  }
  const errors = new FieldErrors();
  if (subresource !== 'status') {
    applyTypeDefaults(strategy, type, object);
    strategy.prepareForUpdate?.(object, old, tools);
    strategy.validate?.(object, errors, tools);
    strategy.validateUpdate?.(object, old, errors, tools);
  }
  validateMetaUpdate(object, old, errors);
  if (type.custom === true && type.schema !== undefined) validateCustom(type.schema, object, errors);
  throwIfInvalid(type, object.metadata.name, errors);
  for (const plugin of context.admission) {
    plugin.admit({
      ...tools,
      operation: 'UPDATE',
      resource,
      ...(subresource === undefined ? {} : { subresource }),
      object,
      oldObject: copyJson(old),
    });
  }
  recordManager(type, old, object, options, context.clock.now());
  if (tools.dryRun)
    return { ...object, metadata: { ...object.metadata, resourceVersion: old.metadata.resourceVersion } };
  return context.store.update(resource, object, subresource === 'status' ? { subresource } : {});
}
