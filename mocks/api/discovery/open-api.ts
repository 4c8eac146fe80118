import { createHash } from 'node:crypto';
import { isObject } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import type { Catalogue } from '../catalogue.ts';
import type { ResourceType } from '../resource-type.ts';
import { loadDefinitions, referenceOf, schemaReference } from '../schema/definitions.ts';

const INFO = { title: 'Kubernetes', version: 'v1.32.0' };
const V3_PREFIX = '#/components/schemas/';
const V2_PREFIX = '#/definitions/';

function parameter(name: string): JsonObject {
  return { name, in: 'query', schema: { type: 'string', uniqueItems: true } };
}

/** Parameters that kubectl looks for before it uses them. */
const PATCH_PARAMETERS = ['dryRun', 'fieldManager', 'fieldValidation', 'force'].map(parameter);
const WRITE_PARAMETERS = ['dryRun', 'fieldManager', 'fieldValidation'].map(parameter);

/** `/openapi/v3`: one document for each group and version. */
export function openApiIndex(catalogue: Catalogue): JsonObject {
  const paths: JsonObject = {};
  for (const { group, versions } of catalogue.groups()) {
    for (const version of versions) {
      const path = group === '' ? `api/${version}` : `apis/${group}/${version}`;
      const hash = createHash('sha256')
        .update(JSON.stringify(catalogue.inVersion(group, version)))
        .digest('hex');
      paths[path] = { serverRelativeURL: `/openapi/v3/${path}?hash=${hash.slice(0, 32).toUpperCase()}` };
    }
  }
  return { paths };
}

/** `/openapi/v3/apis/apps/v1`; undefined for a version that is not served. */
export function openApiV3(catalogue: Catalogue, group: string, version: string): JsonObject | undefined {
  const types = catalogue.inVersion(group, version);
  if (types.length === 0) return undefined;
  const schemas = schemasOf(types);
  const paths = Object.assign({}, ...types.map((type) => pathsOf(type))) as JsonObject;
  return { openapi: '3.0.0', info: INFO, paths, components: { schemas } };
}

/** `/openapi/v2`: everything in one document. */
export function openApiV2(catalogue: Catalogue): JsonObject {
  const paths = Object.assign({}, ...catalogue.types.map((type) => pathsOf(type))) as JsonObject;
  const document = { swagger: '2.0', info: INFO, paths, definitions: schemasOf(catalogue.types) };
  return JSON.parse(JSON.stringify(document).replaceAll(V3_PREFIX, V2_PREFIX)) as JsonObject;
}

function pathsOf(type: ResourceType): JsonObject {
  const root = type.group === '' ? `/api/${type.version}` : `/apis/${type.group}/${type.version}`;
  const home = type.namespaced ? `${root}/namespaces/{namespace}/${type.plural}` : `${root}/${type.plural}`;
  const kind = { 'x-kubernetes-group-version-kind': gvk(type) };
  const operation = (action: string, parameters: JsonObject[]) => ({
    ...kind,
    'x-kubernetes-action': action,
    parameters,
    responses: { 200: { description: 'OK' } },
  });
  return {
    [home]: { get: operation('list', []), post: operation('post', WRITE_PARAMETERS) },
    [`${home}/{name}`]: {
      get: operation('get', []),
      put: operation('put', WRITE_PARAMETERS),
      patch: operation('patch', PATCH_PARAMETERS),
      delete: operation('delete', [parameter('dryRun')]),
    },
  };
}

function gvk({ group, version, kind }: ResourceType): JsonObject {
  return { group, version, kind };
}

/** The schemas of some types, with all that they refer to. */
function schemasOf(types: readonly ResourceType[]): JsonObject {
  const definitions = loadDefinitions('meta/v1');
  const result: JsonObject = {};
  const add = (schema: unknown): void => {
    for (const name of referencesIn(schema)) {
      const found = definitions.get(name);
      if (found === undefined || name in result) continue;
      result[name] = found;
      add(found);
    }
  };
  for (const type of types) {
    const own = typeName(type);
    const schema = type.schema ?? { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
    const reference = referenceOf(schema);
    const body = reference === '' ? customSchema(schema) : (definitions.get(reference) ?? {});
    result[own] = { ...body, 'x-kubernetes-group-version-kind': [gvk(type)] };
    add(body);
  }
  return result;
}

function typeName(type: ResourceType): string {
  const reference = referenceOf(type.schema ?? {});
  if (reference !== '') return reference;
  return [...type.group.split('.').toReversed(), type.version, type.kind].join('.');
}

function customSchema(schema: JsonObject): JsonObject {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const head = {
    apiVersion: { type: 'string' },
    kind: { type: 'string' },
    metadata: schemaReference('meta/v1', 'ObjectMeta'),
  };
  return { ...schema, properties: { ...head, ...properties, metadata: head.metadata } };
}

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  const own = typeof value.$ref === 'string' ? [value.$ref.slice(V3_PREFIX.length)] : [];
  return [...own, ...Object.values(value).flatMap(referencesIn)];
}
