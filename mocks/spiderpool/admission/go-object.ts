import { isObject, objectOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { StatusError } from '../../store/store.ts';
import type { KubeObject } from '../../store/store.ts';
import type { Webhook } from './denial.ts';

/** Go's type of each field of a spec, as far as a webhook decodes it. */
export interface GoSpec {
  /** `IPPoolSpec` */
  name: string;
  fields: Readonly<Record<string, 'int64' | 'string' | 'bool' | '[]string' | '[]v2beta1.Route'>>;
}

const BLOCK = {
  excludeIPs: '[]string',
  gateway: 'string',
  ipVersion: 'int64',
  ips: '[]string',
  routes: '[]v2beta1.Route',
  subnet: 'string',
} as const;
export const poolSpec: GoSpec = {
  name: 'IPPoolSpec',
  fields: {
    ...BLOCK,
    default: 'bool',
    disable: 'bool',
    multusName: '[]string',
    namespaceName: '[]string',
    nodeName: '[]string',
  },
};
export const subnetSpec: GoSpec = { name: 'SubnetSpec', fields: BLOCK };
export const reservedIpSpec: GoSpec = {
  name: 'ReservedIPSpec',
  fields: { ipVersion: 'int64', ips: '[]string' },
};

/**
 * What a mutating webhook does to every object, because it decodes it into Go's types and writes it again: empty lists go,
 * and texts that Go always writes come.
 * @param always texts of the spec that Go writes even where they are empty
 * @param change what the webhook does to the object in between
 * @throws StatusError 400 in the words of `encoding/json` when a value is of another type; nobody else has looked so far
 */
export function throughGo(
  { webhook, spec, always = [] }: { webhook: Webhook; spec: GoSpec; always?: readonly string[] },
  object: KubeObject,
  change: (object: KubeObject) => void,
): void {
  checkDecodable(webhook, object, spec);
  object.spec = Object.fromEntries(
    Object.entries(objectOr(object.spec)).filter(([, value]) => value !== null),
  );
  change(object);
  object.spec = written(objectOr(object.spec), always);
}

function checkDecodable(webhook: Webhook, object: KubeObject, spec: GoSpec): void {
  if (object.spec !== undefined && object.spec !== null && !isObject(object.spec)) {
    throw undecodable(webhook, object.spec, `${webhook.kind}.spec`, `v2beta1.${spec.name}`);
  }
  const given = objectOr(object.spec);
  for (const key of Object.keys(given).sort()) {
    const type = spec.fields[key];
    if (type !== undefined && !isOfType(given[key], type)) {
      throw undecodable(webhook, given[key], `${spec.name}.spec.${key}`, type);
    }
  }
}

function written(spec: JsonObject, always: readonly string[]): JsonObject {
  const result: JsonObject = Object.fromEntries(
    Object.entries(spec).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );
  for (const key of always) result[key] ??= '';
  if (Array.isArray(result.routes)) {
    result.routes = result.routes.map((route) => ({ dst: '', gw: '', ...objectOr(route) }));
  }
  return result;
}

function isOfType(value: unknown, type: GoSpec['fields'][string]): boolean {
  if (value === null || value === undefined) return true;
  switch (type) {
    case 'int64':
      return typeof value === 'number';
    case 'string':
      return typeof value === 'string';
    case 'bool':
      return typeof value === 'boolean';
    case '[]string':
    case '[]v2beta1.Route':
      return Array.isArray(value);
  }
}

function undecodable(webhook: Webhook, value: unknown, field: string, type: string): StatusError {
  const found = Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;
  const text = `json: cannot unmarshal ${found} into Go struct field ${field} of type ${type}`;
  return new StatusError({
    code: 400,
    reason: '',
    message: `admission webhook "${webhook.name}" denied the request: ${text}`,
  });
}
