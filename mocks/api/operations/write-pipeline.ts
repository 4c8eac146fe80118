import { randomUUID } from 'node:crypto';
import type { PodSpec } from 'kubernetes-types/core/v1';
import { copyJson, objectOr } from '../../store/json.ts';
import { seconds } from '../../store/deletion.ts';
import { invalid } from '../../store/status-errors.ts';
import { hasGeneration } from '../../store/memory-store.ts';
import type { AdmissionRequest } from '../../store/admission.ts';
import type { KubeObject, ResourceName } from '../../store/store.ts';
import { applyDefaults } from '../decode/custom.ts';
import { recordManager } from '../managed-fields/record.ts';
import { qualifiedKind, resourceNameOf } from '../resource-type.ts';
import type { ResourceType } from '../resource-type.ts';
import type { Strategy, StrategyContext } from '../strategy.ts';
import { validateCustom } from '../validation/custom-schema.ts';
import { FieldErrors } from '../validation/field-errors.ts';
import { podWarnings } from '../validation/pod-warnings.ts';
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

/** Mutating webhooks, and the defaults of what they have added. */
function mutate(
  { admission }: OperationContext,
  type: ResourceType,
  strategy: Strategy,
  request: AdmissionRequest,
): void {
  for (const plugin of admission) plugin.mutate?.(request);
  applyTypeDefaults(strategy, type, request.object);
}

/** Source: `warningsForFinalizers` of the strategy of custom resources. */
function warnOfFinalizers(
  type: ResourceType,
  old: KubeObject | undefined,
  { metadata }: KubeObject,
  { warn }: StrategyContext,
): void {
  if (type.custom !== true) return;
  const known = new Set([...(old?.metadata.finalizers ?? []), 'orphan', 'foregroundDeletion']);
  for (const name of metadata.finalizers ?? []) {
    if (name.includes('/') || known.has(name)) continue;
    const advice =
      'prefer a domain-qualified finalizer name including a path (/) to avoid accidental conflicts with other finalizer writers';
    warn(`metadata.finalizers: ${JSON.stringify(name)}: ${advice}`);
  }
}

/** Where each kind has the spec of its Pods. */
const POD_SPECS: Readonly<Record<string, string>> = {
  Pod: 'spec',
  CronJob: 'spec.jobTemplate.spec.template.spec',
  DaemonSet: 'spec.template.spec',
  Deployment: 'spec.template.spec',
  Job: 'spec.template.spec',
  ReplicaSet: 'spec.template.spec',
  StatefulSet: 'spec.template.spec',
};

function warnOfPods({ kind, custom }: ResourceType, object: KubeObject, { warn }: StrategyContext): void {
  const field = custom === true ? undefined : POD_SPECS[kind];
  if (field === undefined) return;
  let spec: unknown = object;
  for (const key of field.split('.')) spec = objectOr(spec)[key];
  for (const text of podWarnings(objectOr(spec) as unknown as PodSpec, field)) warn(text);
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
  if (type.subresources?.status === true && strategy.createsWithStatus !== true) {
    delete object.status;
  }
  applyTypeDefaults(strategy, type, object);
  // Who is noted as the manager is the client, before anybody else adds to the object.
  recordManager(type, undefined, object, options, context.clock.now());
  if (strategy.emptyStatus !== undefined) object.status ??= copyJson(strategy.emptyStatus);
  mutate(context, type, strategy, { ...tools, operation: 'CREATE', resource, object });
  strategy.prepareForCreate?.(object, tools);
  const errors = new FieldErrors();
  validateMeta(type, object, errors);
  strategy.validate?.(object, errors, tools);
  if (type.custom === true && type.schema !== undefined) validateCustom(type.schema, object, errors);
  throwIfInvalid(type, object.metadata.name, errors);
  warnOfFinalizers(type, undefined, object, tools);
  warnOfPods(type, object, tools);
  for (const plugin of context.admission) {
    plugin.admit({ ...tools, operation: 'CREATE', resource, object });
  }
  applyTypeDefaults(strategy, type, object);
  if (!tools.dryRun) return context.store.create(resource, object);
  const known = context.store.peek(resource, object.metadata.namespace, object.metadata.name);
  if (known !== undefined) return context.store.create(resource, object);
  return unstored(context, resource, object);
}

/** What a create would give, without storing it. */
function unstored(context: OperationContext, resource: ResourceName, object: KubeObject): KubeObject {
  const { resourceVersion: _none, ...metadata } = object.metadata;
  const dry = {
    uid: metadata.uid || randomUUID(),
    creationTimestamp: seconds(context.clock.now()),
    ...(hasGeneration(resource) ? { generation: 1 } : {}),
  };
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
  const request = {
    ...tools,
    operation: 'UPDATE' as const,
    resource,
    ...(subresource === undefined ? {} : { subresource }),
    object,
  };
  if (subresource !== 'status') {
    applyTypeDefaults(strategy, type, object);
    recordManager(type, old, object, options, context.clock.now());
    mutate(context, type, strategy, { ...request, oldObject: copyJson(old) });
    strategy.prepareForUpdate?.(object, old, tools);
    if (strategy.comparesFirst === true) strategy.validateUpdate?.(object, old, errors, tools);
    strategy.validate?.(object, errors, tools);
    if (strategy.comparesFirst !== true) strategy.validateUpdate?.(object, old, errors, tools);
  } else {
    strategy.prepareForStatus?.(object, old);
    recordManager(type, old, object, options, context.clock.now());
    strategy.validateStatus?.(object, errors);
  }
  validateMetaUpdate(object, old, errors);
  if (type.custom === true && type.schema !== undefined) validateCustom(type.schema, object, errors);
  throwIfInvalid(type, object.metadata.name, errors);
  warnOfFinalizers(type, old, object, tools);
  if (subresource === undefined && old.metadata.generation !== undefined) warnOfPods(type, object, tools);
  for (const plugin of context.admission) plugin.admit({ ...request, oldObject: copyJson(old) });
  const updateOptions = subresource === 'status' ? { subresource } : {};
  return tools.dryRun
    ? context.store.preview(resource, object, updateOptions)
    : context.store.update(resource, object, updateOptions);
}
