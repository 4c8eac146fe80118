import { isObject, textOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { loadDefinitions, referenceOf, resolveSchema, schemaReference } from '../schema/definitions.ts';
import { FIELD_NUMBERS } from './field-numbers.ts';
import { malformed, readFields, wireMessage, wireText } from './wire.ts';
import type { WireField } from './wire.ts';

export const PROTOBUF_TYPE = 'application/vnd.kubernetes.protobuf';

const MAGIC = 'k8s\u0000';

const MODULES: Readonly<Record<string, string>> = {
  v1: 'core/v1',
  'authorization.k8s.io/v1': 'authorization/v1',
  'authentication.k8s.io/v1': 'authentication/v1',
};

/**
 * Decodes a body in the protobuf encoding of Kubernetes, as kubectl sends it for what it makes itself.
 * @returns the object as JSON would have it; undefined for a kind that is not known here
 * @throws StatusError 400
 */
export function decodeProtobuf(body: Buffer): JsonObject | undefined {
  if (body.subarray(0, MAGIC.length).toString('latin1') !== MAGIC) throw malformed();
  const envelope = readFields(body.subarray(MAGIC.length));
  const find = (number: number) =>
    envelope.find((field) => field.number === number)?.value ?? new Uint8Array();
  const [apiVersion = '', kind = ''] = readTypeMeta(wireMessage(find(1)));
  const module = kind === 'DeleteOptions' ? 'meta/v1' : (MODULES[apiVersion] ?? apiVersion);
  if (FIELD_NUMBERS[`${module}.${kind}`] === undefined) return undefined;
  loadDefinitions(module);
  return { apiVersion, kind, ...decodeMessage(schemaReference(module, kind), wireMessage(find(2))) };
}

function readTypeMeta(bytes: Uint8Array): string[] {
  const texts: string[] = [];
  for (const { number, value } of readFields(bytes)) texts[number - 1] = wireText(value);
  return texts;
}

/** `io.k8s.api.core.v1.PodSpec` is `core/v1.PodSpec` in the table of numbers. */
function tableName(definition: string): string {
  const [type = '', version = '', group = ''] = definition.split('.').toReversed();
  return `${group}/${version}.${type}`;
}

interface FieldRule {
  name: string;
  /** A pointer in Go: its zero value means something. */
  pointer: boolean;
  /** Written inline in JSON: the type that has the fields. */
  inline: string | undefined;
}

const rules = new Map<string, Map<number, FieldRule>>();

function rulesOf(name: string): Map<number, FieldRule> {
  const known = rules.get(name);
  if (known !== undefined) return known;
  const module = name.slice(0, name.lastIndexOf('.'));
  const made = new Map(
    (FIELD_NUMBERS[name] ?? '').split(' ').map((part): [number, FieldRule] => {
      const [, inline = '', field = '', pointer = '', number = ''] =
        /^(\*?)(\w*)(\??):(\d+)$/.exec(part) ?? [];
      const type = inline === '' ? undefined : `${module}.${field}`;
      return [Number(number), { name: field, pointer: pointer !== '', inline: type }];
    }),
  );
  rules.set(name, made);
  return made;
}

function decodeMessage(given: JsonObject, bytes: Uint8Array): JsonObject {
  const result: JsonObject = {};
  decodeInto(result, tableName(referenceOf(given)), resolveSchema(given) ?? {}, bytes);
  return result;
}

function decodeInto(result: JsonObject, table: string, schema: JsonObject, bytes: Uint8Array): void {
  const known = rulesOf(table);
  const properties = isObject(schema.properties) ? schema.properties : {};
  for (const { number, value } of readFields(bytes)) {
    const rule = known.get(number);
    if (rule === undefined) continue;
    if (rule.inline !== undefined) {
      decodeInto(result, rule.inline, schema, wireMessage(value));
      continue;
    }
    const property = properties[rule.name];
    if (!isObject(property)) continue;
    const next = decodeField(property, value, result[rule.name]);
    // What is no pointer is always on the wire, also when nobody has set it.
    if (rule.pointer || !isZero(next)) result[rule.name] = next;
  }
}

function isZero(value: unknown): boolean {
  return value === '' || value === 0 || value === false || value === null;
}

function decodeField(property: JsonObject, value: WireField['value'], before: unknown): unknown {
  const schema = resolveSchema(property) ?? {};
  if (schema.type === 'array') {
    const item = decodeValue(isObject(schema.items) ? schema.items : {}, value);
    return [...(Array.isArray(before) ? before : []), item];
  }
  if (schema.type === 'object' && isObject(schema.additionalProperties)) {
    const entry = readFields(wireMessage(value));
    const key = entry.find(({ number }) => number === 1)?.value ?? new Uint8Array();
    const inner = entry.find(({ number }) => number === 2)?.value ?? new Uint8Array();
    return {
      ...(isObject(before) ? before : {}),
      [wireText(key)]: decodeValue(schema.additionalProperties, inner),
    };
  }
  return decodeValue(property, value);
}

function decodeValue(given: JsonObject, value: WireField['value']): unknown {
  const schema = resolveSchema(given) ?? {};
  switch (schema.format) {
    case 'quantity':
      return wireText(
        readFields(wireMessage(value)).find(({ number }) => number === 1)?.value ?? new Uint8Array(),
      );
    case 'int-or-string':
      return decodeIntOrString(wireMessage(value));
    case 'date-time':
      return decodeTime(wireMessage(value));
    case 'byte':
      return Buffer.from(wireMessage(value)).toString('base64');
  }
  switch (schema.type) {
    case 'boolean':
      return value === 1n;
    case 'integer':
      return Number(value);
    case 'object':
      return decodeObject(given, schema, wireMessage(value));
    default:
      return wireText(value);
  }
}

function decodeObject(given: JsonObject, schema: JsonObject, bytes: Uint8Array): unknown {
  if (schema['x-kubernetes-preserve-unknown-fields'] !== true) return decodeMessage(given, bytes);
  const raw = readFields(bytes).find(({ number }) => number === 1)?.value;
  try {
    return raw === undefined ? {} : (JSON.parse(wireText(raw)) as unknown);
  } catch {
    throw malformed();
  }
}

function decodeIntOrString(bytes: Uint8Array): number | string {
  const fields = new Map(readFields(bytes).map(({ number, value }) => [number, value]));
  const isText = fields.get(1) === 1n;
  const value = fields.get(isText ? 3 : 2);
  if (isText) return value === undefined ? '' : wireText(value);
  return Number(value ?? 0);
}

/** The zero time is nothing. */
function decodeTime(bytes: Uint8Array): string | null {
  const seconds = readFields(bytes).find(({ number }) => number === 1)?.value;
  const milliseconds = Number(seconds ?? 0) * 1000;
  if (seconds === undefined || !Number.isFinite(milliseconds) || Math.abs(milliseconds) > 8.64e15)
    return null;
  return textOr(new Date(milliseconds).toISOString().replace('.000Z', 'Z'));
}
