import { isObject, listOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { referenceOf, resolveSchema } from '../schema/definitions.ts';
import { isPointer } from '../schema/kept-zeros.ts';
import { keysOf, shapeOf } from '../schema/shape.ts';

/**
 * The path of a field as one text: elements of FieldsV1 (`f:spec`, `k:{"name":"web"}`, `v:"x"`) with `SEPARATOR` between.
 * Source: the serialization of sigs.k8s.io/structured-merge-diff.
 */
export type FieldPath = string;

export const SEPARATOR = '\u0000';

/** Stands for the presence of an item in a keyed list. */
const ITEM = Symbol('item');

/** Stands for the presence of a list, a map or a struct. */
const CONTAINER = Symbol('container');

/** Stands for the presence of several items of one key, which are not told apart. */
const DUPLICATES = Symbol('duplicates');

/** Metadata that belongs to the server, or identifies the object: nobody manages it. */
const UNMANAGED = new Set(
  [
    'name',
    'namespace',
    'uid',
    'resourceVersion',
    'creationTimestamp',
    'deletionTimestamp',
    'deletionGracePeriodSeconds',
    'generation',
    'managedFields',
    'selfLink',
  ].map((field) => `f:metadata${SEPARATOR}f:${field}`),
)
  .add('f:apiVersion')
  .add('f:kind');

/** All fields of an applied configuration that can be managed, with their values. */
export function fieldsOf(schema: JsonObject | undefined, object: JsonObject): Map<FieldPath, unknown> {
  return collected(schema, object, undefined);
}

/**
 * The same of a stored object, with the presence of its lists, maps and structs. Who adds one of them owns it, unless it is
 * there in every object of the kind, as Go's structs are.
 * @param custom whether the kind has no Go type
 */
export function fieldsAndContainers(
  schema: JsonObject | undefined,
  object: JsonObject,
  custom: boolean,
): Map<FieldPath, unknown> {
  return collected(schema, object, custom ? ALWAYS_IN_CUSTOM : isAlwaysThere);
}

/** Whether a field of an object that is always there is always there as well. */
type Always = (name: string, field: JsonObject | undefined, parent: JsonObject | undefined) => boolean;

const ALWAYS_IN_CUSTOM: Always = (name) => name === 'metadata';

/** Structs behind a pointer, which can be missing. */
const POINTERS = new Set([
  'affinity',
  'behavior',
  'dnsConfig',
  'nonResourceAttributes',
  'persistentVolumeClaimRetentionPolicy',
  'podFailurePolicy',
  'resourceAttributes',
  'rollingUpdate',
  'securityContext',
  'sessionAffinityConfig',
]);

function isAlwaysThere(name: string, field: JsonObject | undefined, parent: JsonObject | undefined): boolean {
  const schema = resolveSchema(field);
  if (isObject(schema?.properties)) return !POINTERS.has(name);
  // A list or map that is written even when it is empty.
  return listOr(resolveSchema(parent)?.required).includes(name);
}

function collected(
  schema: JsonObject | undefined,
  object: JsonObject,
  always: Always | undefined,
): Map<FieldPath, unknown> {
  const fields = new Map<FieldPath, unknown>();
  collect({ schema, value: object, at: [], always, there: true }, fields);
  for (const path of UNMANAGED) fields.delete(path);
  return fields;
}

interface Visit {
  schema: JsonObject | undefined;
  value: unknown;
  at: readonly string[];
  /** Undefined: containers are no fields of their own. */
  always: Always | undefined;
  /** Whether every object of the kind has this. */
  there: boolean;
}

function collect({ schema, value, at, always, there }: Visit, fields: Map<FieldPath, unknown>): void {
  const shape = shapeOf(schema, value);
  const leaf = () => {
    if (at.length > 0) fields.set(at.join(SEPARATOR), value);
  };
  const container = (isEmpty: boolean) => {
    if (always === undefined ? isEmpty : !there) fields.set(at.join(SEPARATOR), CONTAINER);
  };
  switch (shape.kind) {
    case 'whole':
      return leaf();
    case 'fields': {
      const type = referenceOf(schema ?? {}).replace(/^.*\./, '');
      // In what every object has, Go writes texts and times that nobody has set as well.
      const isUnset = (name: string, inner: unknown) =>
        always !== undefined && there && (inner === null || (inner === '' && !isPointer(type, name)));
      const entries = Object.entries(value as JsonObject).filter(
        ([name, inner]) => inner !== undefined && !isUnset(name, inner),
      );
      if (at.length > 0) container(entries.length === 0);
      for (const [name, inner] of entries) {
        const field = shape.field(name);
        const stays = there && always?.(name, field, schema) === true;
        collect({ schema: field, value: inner, at: [...at, `f:${name}`], always, there: stays }, fields);
      }
      return undefined;
    }
    case 'keyed': {
      const items = value as unknown[];
      container(items.length === 0);
      const elements = items.map((item) => itemElement(item, shape.keys));
      for (const [index, item] of items.entries()) {
        const element = elements[index] ?? '';
        const path = [...at, element];
        const isAlone = elements.indexOf(element) === elements.lastIndexOf(element);
        fields.set(path.join(SEPARATOR), isAlone ? ITEM : DUPLICATES);
        if (isObject(item) && isAlone) {
          collectFields({ schema: shape.items, value: item, at: path, always, there: false }, fields);
        }
      }
      return undefined;
    }
    case 'set':
      container((value as unknown[]).length === 0);
      for (const item of value as unknown[]) {
        fields.set([...at, `v:${JSON.stringify(item)}`].join(SEPARATOR), ITEM);
      }
      return undefined;
  }
}

/** The fields of an item, whose own presence is noted already. */
function collectFields(visit: Visit, fields: Map<FieldPath, unknown>): void {
  collect(visit, fields);
  fields.set(visit.at.join(SEPARATOR), ITEM);
}

/** `k:{"name":"web"}`. */
export function itemElement(item: unknown, keys: readonly string[]): string {
  return `k:${JSON.stringify(keysOf(item, keys))}`;
}

/** A set of paths as FieldsV1. */
export function toFieldsV1(paths: Iterable<FieldPath>): JsonObject {
  const root: JsonObject = {};
  const members = [...paths].sort();
  for (const path of members) {
    let node = root;
    for (const element of path.split(SEPARATOR)) {
      const next = node[element];
      if (isObject(next)) {
        node = next;
      } else {
        const made: JsonObject = {};
        node[element] = made;
        node = made;
      }
    }
    node['.'] = {};
  }
  return dropLeafDots(root);
}

function dropLeafDots(node: JsonObject): JsonObject {
  const keys = Object.keys(node);
  if (keys.length === 1 && keys[0] === '.') return {};
  return Object.fromEntries(
    Object.entries(node).map(([key, inner]) => [
      key,
      key === '.' || !isObject(inner) ? {} : dropLeafDots(inner),
    ]),
  );
}

/** The set of paths that a FieldsV1 says. */
export function fromFieldsV1(fields: unknown): Set<FieldPath> {
  const paths = new Set<FieldPath>();
  const visit = (node: JsonObject, at: readonly string[]) => {
    const keys = Object.keys(node);
    if (at.length > 0 && (keys.length === 0 || keys.includes('.'))) paths.add(at.join(SEPARATOR));
    for (const key of keys) {
      const inner = node[key];
      if (key !== '.' && isObject(inner)) visit(inner, [...at, key]);
    }
  };
  if (isObject(fields)) visit(fields, []);
  return paths;
}

/** `.spec.template.spec.containers[name="web"].image`. */
export function printPath(path: FieldPath): string {
  return path
    .split(SEPARATOR)
    .map((element) => {
      const text = element.slice(2);
      if (element.startsWith('f:')) return `.${text}`;
      if (element.startsWith('v:')) return `[=${text}]`;
      const keys = Object.entries(JSON.parse(text) as JsonObject);
      return `[${keys.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(',')}]`;
    })
    .join('');
}
