import type { EnvFromSource, EnvVar, EnvVarSource, ObjectFieldSelector } from 'kubernetes-types/core/v1';
import type { FieldErrors } from './field-errors.ts';
import { configMapKey, dns1123Subdomain, environmentName, qualifiedName } from './names.ts';

const POD_FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
const RESOURCE_FIELDS = [
  'limits.cpu',
  'limits.ephemeral-storage',
  'limits.memory',
  'requests.cpu',
  'requests.ephemeral-storage',
  'requests.memory',
];
const SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef'] as const;

/** Source: `ValidateEnv` of pkg/apis/core/validation. A name may come twice: the later one counts. */
export function validateEnvironment(variables: readonly EnvVar[], field: string, errors: FieldErrors): void {
  for (const [index, { name, value, valueFrom }] of variables.entries()) {
    const at = `${field}[${index}]`;
    if (!name) errors.required(`${at}.name`);
    else for (const text of environmentName(name)) errors.invalid(`${at}.name`, name, text);
    if (valueFrom !== undefined) validateSource(valueFrom, value ?? '', `${at}.valueFrom`, errors);
  }
}

function validateSource(source: EnvVarSource, value: string, field: string, errors: FieldErrors): void {
  const given = SOURCES.filter((name) => source[name] !== undefined);
  if (source.fieldRef !== undefined) validateFieldRef(source.fieldRef, `${field}.fieldRef`, errors);
  if (source.resourceFieldRef !== undefined)
    validateResourceRef(source.resourceFieldRef, `${field}.resourceFieldRef.resource`, errors);
  for (const name of ['configMapKeyRef', 'secretKeyRef'] as const) {
    const reference = source[name];
    if (reference !== undefined) validateKeyRef(reference, `${field}.${name}`, errors);
  }
  if (given.length === 0) {
    errors.invalid(
      field,
      '',
      'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`',
    );
  } else if (value !== '') {
    errors.invalid(field, '', 'may not be specified when `value` is not empty');
  } else if (given.length > 1) {
    errors.invalid(field, '', 'may not have more than one field specified at a time');
  }
}

function validateResourceRef({ resource }: { resource?: string }, field: string, errors: FieldErrors): void {
  if (!resource) errors.required(field);
  else if (!RESOURCE_FIELDS.includes(resource) && !/^(limits|requests)\.hugepages-/.test(resource)) {
    errors.notSupported(field, resource, RESOURCE_FIELDS);
  }
}

function validateKeyRef(
  { name = '', key }: { name?: string; key?: string },
  field: string,
  errors: FieldErrors,
): void {
  for (const text of dns1123Subdomain(name)) errors.invalid(`${field}.name`, name, text);
  if (!key) errors.required(`${field}.key`);
  else for (const text of configMapKey(key)) errors.invalid(`${field}.key`, key, text);
}

function validateFieldRef(
  { apiVersion, fieldPath }: ObjectFieldSelector,
  field: string,
  errors: FieldErrors,
): void {
  if (!apiVersion) return errors.required(`${field}.apiVersion`);
  if (!fieldPath) return errors.required(`${field}.fieldPath`);
  const [, path, key] = /^(metadata\.annotations|metadata\.labels)\['(.*)'\]$/.exec(fieldPath) ?? [];
  if (path !== undefined && key !== undefined) {
    for (const text of qualifiedName(path.endsWith('annotations') ? key.toLowerCase() : key)) {
      errors.invalid(field, key, text);
    }
    return undefined;
  }
  if (POD_FIELDS.includes(fieldPath)) return undefined;
  const known = ['metadata.annotations', 'metadata.labels', 'spec.restartPolicy', 'status.phase'].includes(
    fieldPath,
  );
  if (known) return errors.notSupported(`${field}.fieldPath`, fieldPath, POD_FIELDS);
  const why = /\['.*'\]$/.test(fieldPath)
    ? 'field label does not support subscript'
    : 'field label not supported';
  const text = `error converting fieldPath: ${why}: ${fieldPath}`;
  return errors.invalid(`${field}.fieldPath`, fieldPath, text);
}

/** Source: `ValidateEnvFrom`. */
export function validateEnvironmentFrom(
  sources: readonly EnvFromSource[],
  field: string,
  errors: FieldErrors,
): void {
  for (const [index, { prefix, configMapRef, secretRef }] of sources.entries()) {
    const at = `${field}[${index}]`;
    if (prefix) for (const text of environmentName(prefix)) errors.invalid(`${at}.prefix`, prefix, text);
    for (const [name, reference] of Object.entries({ configMapRef, secretRef })) {
      if (reference === undefined) continue;
      if (!reference.name) errors.required(`${at}.${name}.name`);
      else
        for (const text of dns1123Subdomain(reference.name))
          errors.invalid(`${at}.${name}.name`, reference.name, text);
    }
    if (configMapRef === undefined && secretRef === undefined) {
      errors.invalid(field, '', 'must specify one of: `configMapRef` or `secretRef`');
    } else if (configMapRef !== undefined && secretRef !== undefined) {
      errors.invalid(field, '', 'may not have more than one field specified at a time');
    }
  }
}
