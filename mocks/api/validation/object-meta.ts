import type { KubeObject, ObjectMeta, OwnerReference } from '../../store/store.ts';
import type { ResourceType } from '../resource-type.ts';
import { GoLiteral } from './field-errors.ts';
import type { FieldErrors } from './field-errors.ts';
import { dns1035Label, dns1123Label, dns1123Subdomain, labelValue, qualifiedName } from './names.ts';
import type { NameRule } from './names.ts';

const ANNOTATIONS_LIMIT = 256 * 1024;

const NAME_RULES: Record<NonNullable<ResourceType['nameRule']>, NameRule> = {
  subdomain: dns1123Subdomain,
  label: dns1123Label,
  dns1035: dns1035Label,
  path: pathSegmentName,
};

/** Source: `ValidateObjectMetaAccessor` of k8s.io/apimachinery/pkg/api/validation. */
export function validateMeta(type: ResourceType, { metadata }: KubeObject, errors: FieldErrors): void {
  const nameRule = NAME_RULES[type.nameRule ?? 'subdomain'];
  if (metadata.generateName) {
    const prefix = metadata.generateName.replace(/-$/, 'a');
    for (const text of nameRule(prefix)) errors.invalid('metadata.generateName', metadata.generateName, text);
  }
  if (!metadata.name) errors.required('metadata.name', 'name or generateName is required');
  else for (const text of nameRule(metadata.name)) errors.invalid('metadata.name', metadata.name, text);
  if (!type.namespaced && metadata.namespace)
    errors.forbidden('metadata.namespace', 'not allowed on this type');
  validateSharedMeta(metadata, errors);
  validateFinalizers(metadata.finalizers ?? [], type.custom !== true, errors);
}

/** Source: `ValidateObjectMetaAccessorUpdate`. What a client may not change is taken from the stored object before. */
export function validateMetaUpdate(next: KubeObject, old: KubeObject, errors: FieldErrors): void {
  if (old.metadata.deletionTimestamp !== undefined) {
    const had = new Set(old.metadata.finalizers);
    const added = (next.metadata.finalizers ?? []).filter((name) => !had.has(name));
    if (added.length > 0) {
      const text = `no new finalizers can be added if the object is being deleted, found new finalizers ${goSet(added)}`;
      errors.forbidden('metadata.finalizers', text);
    }
  }
  validateSharedMeta(next.metadata, errors);
}

function goSet(names: readonly string[]): string {
  return `[]string{${names.map((name) => JSON.stringify(name)).join(', ')}}`;
}

function validateSharedMeta(metadata: ObjectMeta, errors: FieldErrors): void {
  validateLabels(metadata.labels, 'metadata.labels', errors);
  validateAnnotations(metadata.annotations, 'metadata.annotations', errors);
  validateOwners(metadata, errors);
}

/** Source: `ValidateLabels`. */
export function validateLabels(
  labels: Record<string, string> | undefined,
  field: string,
  errors: FieldErrors,
): void {
  for (const [key, value] of Object.entries(labels ?? {})) {
    for (const text of qualifiedName(key)) errors.invalid(field, key, text);
    for (const text of labelValue(value)) errors.invalid(field, value, text);
  }
}

/** Source: `ValidateAnnotations`: keys are checked in lower case, all together take at most 256 KiB. */
export function validateAnnotations(
  annotations: Record<string, string> | undefined,
  field: string,
  errors: FieldErrors,
): void {
  let size = 0;
  for (const [key, value] of Object.entries(annotations ?? {})) {
    for (const text of qualifiedName(key.toLowerCase())) errors.invalid(field, key, text);
    size += Buffer.byteLength(key) + Buffer.byteLength(value);
  }
  if (size > ANNOTATIONS_LIMIT) errors.tooLong(field, ANNOTATIONS_LIMIT);
}

function validateOwners({ ownerReferences = [] }: ObjectMeta, errors: FieldErrors): void {
  const field = 'metadata.ownerReferences';
  for (const owner of ownerReferences) {
    if (!owner.apiVersion)
      errors.invalid(`${field}.apiVersion`, owner.apiVersion ?? '', 'version must not be empty');
    if (!owner.kind) errors.invalid(`${field}.kind`, owner.kind ?? '', 'kind must not be empty');
    if (!owner.name) errors.invalid(`${field}.name`, owner.name ?? '', 'name must not be empty');
    if (!owner.uid) errors.invalid(`${field}.uid`, owner.uid ?? '', 'uid must not be empty');
  }
  const controllers = ownerReferences.filter(({ controller }) => controller === true);
  const [first, second] = controllers;
  if (first === undefined || second === undefined) return;
  const text = `Only one reference can have Controller set to true. Found "true" in references for ${first.kind}/${first.name} and ${second.kind}/${second.name}`;
  errors.invalid(field, new GoLiteral(goOwners(ownerReferences)), text);
}

/** `%#v` of owner references. A pointer of ours has no address. */
function goOwners(owners: readonly OwnerReference[]): string {
  const pointer = (value: boolean | undefined) =>
    value === undefined ? '(*bool)(nil)' : '(*bool)(0xc000000000)';
  const items = owners.map(({ apiVersion, kind, name, uid, controller, blockOwnerDeletion }) => {
    const texts = `APIVersion:${quote(apiVersion)}, Kind:${quote(kind)}, Name:${quote(name)}, UID:${quote(uid)}`;
    return `v1.OwnerReference{${texts}, Controller:${pointer(controller)}, BlockOwnerDeletion:${pointer(blockOwnerDeletion)}}`;
  });
  return `[]v1.OwnerReference{${items.join(', ')}}`;
}

function quote(text: string | undefined): string {
  return JSON.stringify(text ?? '');
}

const OWN_FINALIZERS = new Set(['orphan', 'foregroundDeletion', 'kubernetes']);

/** @param known whether names without a prefix must be Kubernetes' own, as for its own kinds */
function validateFinalizers(finalizers: readonly string[], known: boolean, errors: FieldErrors): void {
  for (const name of finalizers) {
    for (const text of qualifiedName(name)) errors.invalid('metadata.finalizers', name, text);
  }
  for (const [index, name] of finalizers.entries()) {
    if (known && !name.includes('/') && !OWN_FINALIZERS.has(name)) {
      const text = 'name is neither a standard finalizer name nor is it fully qualified';
      errors.invalid(`metadata.finalizers[${index}]`, name, text);
    }
  }
}

/** Source: `IsValidPathSegmentName`. */
function pathSegmentName(name: string): string[] {
  if (name === '.' || name === '..') return [`may not be '${name}'`];
  return ['/', '%'].filter((part) => name.includes(part)).map((part) => `may not contain '${part}'`);
}
