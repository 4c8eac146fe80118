import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { isObject, textOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { readDeclarations } from './declarations.ts';
import type { DeclaredField, DeclaredType } from './declarations.ts';
import { fieldExtensions, holdsBytes, integerFormat, typeExtensions } from './list-keys.ts';

const PREFIX = '#/components/schemas/';
const INT_OR_STRING = 'io.k8s.apimachinery.pkg.util.intstr.IntOrString';
const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
const RAW_EXTENSION = 'io.k8s.apimachinery.pkg.runtime.RawExtension';
/** Free JSON: the declarations cannot say what is inside. */
const OPEN_TYPES = new Set([
  'RawExtension',
  'FieldsV1',
  'JSON',
  'JSONSchemaProps',
  'CustomResourceSubresourceStatus',
]);

/** Kubernetes' own types as OpenAPI v3 schemas, by their full name: `io.k8s.api.core.v1.PodSpec`. */
export type Definitions = ReadonlyMap<string, JsonObject>;

let loaded: Map<string, JsonObject> | undefined;
const modules = new Set<string>();

/**
 * The schemas of a module of `kubernetes-types` and of all that it refers to. Read from the installed package, so that field
 * names, kinds of values and descriptions have one source.
 * @param module `apps/v1`
 */
export function loadDefinitions(...names: readonly string[]): Definitions {
  loaded ??= new Map([
    [INT_OR_STRING, { format: 'int-or-string', oneOf: [{ type: 'integer' }, { type: 'string' }] }],
    [QUANTITY, { format: 'quantity', oneOf: [{ type: 'string' }, { type: 'number' }] }],
    [RAW_EXTENSION, { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }],
  ]);
  for (const name of names) loadModule(name, loaded);
  return loaded;
}

/** The schema that a `$ref` points to, or the schema itself; undefined for an unknown name. */
export function resolveSchema(schema: JsonObject | undefined): JsonObject | undefined {
  if (schema === undefined) return undefined;
  const [only] = Array.isArray(schema.allOf) ? (schema.allOf as unknown[]) : [];
  const reference = isObject(only) ? textOr(only.$ref) : textOr(schema.$ref);
  return reference === '' ? schema : loaded?.get(reference.slice(PREFIX.length));
}

/** `io.k8s.api.core.v1.PodSpec` for a schema that refers to it; empty for others. */
export function referenceOf(schema: JsonObject): string {
  const [only] = Array.isArray(schema.allOf) ? (schema.allOf as unknown[]) : [];
  return (isObject(only) ? textOr(only.$ref) : textOr(schema.$ref)).slice(PREFIX.length);
}

/** A reference to the definition of a kind of a module: `apps/v1`, `Deployment`. */
export function schemaReference(module: string, type: string): JsonObject {
  return { $ref: `${PREFIX}${fullName(module, type)}` };
}

function fullName(module: string, type: string): string {
  if (module === 'meta/v1') return `io.k8s.apimachinery.pkg.apis.meta.v1.${type}`;
  if (module === 'api/resource') return QUANTITY;
  if (module === 'runtime') return RAW_EXTENSION;
  if (module.startsWith('apiextensions')) {
    return `io.k8s.apiextensions-apiserver.pkg.apis.${module.replace('/', '.')}.${type}`;
  }
  return `io.k8s.api.${module.replace('/', '.')}.${type}`;
}

function loadModule(module: string, into: Map<string, JsonObject>): void {
  if (modules.has(module) || module === 'api/resource' || module === 'runtime') return;
  modules.add(module);
  const root = dirname(createRequire(import.meta.url).resolve('kubernetes-types/package.json'));
  const declarations = readDeclarations(readFileSync(join(root, `${module}.d.ts`), 'utf8'));
  const home = (name: string) => {
    const imported = declarations.imports.get(name);
    return imported === undefined ? module : posix.join(posix.dirname(module), imported);
  };
  for (const name of new Set(declarations.imports.values())) {
    loadModule(posix.join(posix.dirname(module), name), into);
  }
  const refer = (name: string) => schemaReference(home(name), name);
  for (const { name } of declarations.aliases) {
    const time = name === 'Time' || name === 'MicroTime';
    into.set(fullName(module, name), time ? { type: 'string', format: 'date-time' } : {});
  }
  for (const declared of declarations.interfaces) {
    into.set(fullName(module, declared.name), {
      ...(declared.doc === '' ? {} : { description: declared.doc }),
      type: 'object',
      ...typeExtensions(declared.name),
      ...(OPEN_TYPES.has(declared.name)
        ? { 'x-kubernetes-preserve-unknown-fields': true }
        : propertiesOf(declared.name, declared.fields, refer)),
    });
  }
}

type Refer = (name: string) => JsonObject;

function propertiesOf(type: string, fields: readonly DeclaredField[], refer: Refer): JsonObject {
  const required = fields.filter((field) => field.required).map(({ name }) => name);
  const properties = Object.fromEntries(fields.map((field) => [field.name, fieldSchema(type, field, refer)]));
  return { ...(required.length === 0 ? {} : { required }), properties };
}

function fieldSchema(type: string, field: DeclaredField, refer: Refer): JsonObject {
  const schema = holdsBytes(type, field.name)
    ? { type: 'object', additionalProperties: { type: 'string', format: 'byte' } }
    : typeSchema(field.type, field.name, refer);
  const notes = {
    ...(field.doc === '' ? {} : { description: field.doc }),
    ...fieldExtensions(type, field.name, field.type.kind === 'list'),
  };
  // A reference has no siblings in OpenAPI 3.0.
  return '$ref' in schema ? { ...notes, allOf: [schema] } : { ...notes, ...schema };
}

function typeSchema(type: DeclaredType, field: string, refer: Refer): JsonObject {
  switch (type.kind) {
    case 'literal':
      return { type: 'string' };
    case 'union':
      return { $ref: `${PREFIX}${INT_OR_STRING}` };
    case 'list':
      return { type: 'array', items: typeSchema(type.item, field, refer) };
    case 'map':
      return { type: 'object', additionalProperties: typeSchema(type.value, field, refer) };
    case 'named':
      if (type.name === 'string' || type.name === 'boolean') return { type: type.name };
      if (type.name === 'number') return { type: 'integer', format: integerFormat(field) };
      return refer(type.name);
  }
}
