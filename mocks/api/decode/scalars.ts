import type { JsonObject } from '../../store/json.ts';
import { keptQuantity, parseQuantity, QUANTITY_ERRORS } from '../schema/quantity.ts';

/** A decoded scalar; otherwise the Go type that was expected, or the whole complaint. */
export type ScalarResult =
  | { ok: true; value: unknown }
  | { ok: false; expected: string }
  | { ok: false; expected?: undefined; why: string };

const RFC3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Decodes a text, number or boolean by the `type` and `format` of its schema. */
export function decodeScalar(schema: JsonObject, value: unknown): ScalarResult {
  switch (schema.format) {
    case 'quantity':
      return decodeQuantity(value);
    case 'int-or-string':
      return typeof value === 'string' || fits(value, 'int32')
        ? good(value)
        : { ok: false, expected: 'int32' };
    case 'date-time':
      return decodeTime(value);
    case 'byte':
      return decodeBytes(value);
    default:
      return decodePlain(schema, value);
  }
}

/** How Go's decoder names the kind of a JSON value. */
export function goKind(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'number' && !isWhole32(value) ? `number ${value}` : typeof value;
}

function good(value: unknown): ScalarResult {
  return { ok: true, value };
}

function decodePlain(schema: JsonObject, value: unknown): ScalarResult {
  switch (schema.type) {
    case 'string':
      return typeof value === 'string' ? good(value) : { ok: false, expected: 'string' };
    case 'boolean':
      return typeof value === 'boolean' ? good(value) : { ok: false, expected: 'bool' };
    case 'integer': {
      const format = schema.format === 'int64' ? 'int64' : 'int32';
      return fits(value, format) ? good(value) : { ok: false, expected: format };
    }
    default:
      return good(value);
  }
}

function fits(value: unknown, format: 'int32' | 'int64'): boolean {
  return format === 'int32' ? isWhole32(value) : Number.isSafeInteger(value);
}

function isWhole32(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= -(2 ** 31) && Number(value) < 2 ** 31;
}

function decodeQuantity(value: unknown): ScalarResult {
  if (typeof value !== 'string' && typeof value !== 'number') {
    return { ok: false, why: QUANTITY_ERRORS.format };
  }
  const text = String(value).trim();
  const quantity = parseQuantity(text);
  if (typeof quantity === 'string') return { ok: false, why: QUANTITY_ERRORS[quantity] };
  return good(keptQuantity(text, quantity));
}

function decodeTime(value: unknown): ScalarResult {
  if (typeof value !== 'string') return { ok: false, expected: 'string' };
  if (RFC3339.test(value) && !Number.isNaN(Date.parse(value))) return good(value);
  const layout = '2006-01-02T15:04:05Z07:00';
  return { ok: false, why: `parsing time "${value}" as "${layout}": cannot parse "${value}" as "2006"` };
}

function decodeBytes(value: unknown): ScalarResult {
  if (typeof value !== 'string') return { ok: false, expected: '[]uint8' };
  const text = value.replace(/[\r\n]/g, '');
  if (BASE64.test(text)) return good(value);
  const wrong = /[^A-Za-z0-9+/=]/.exec(text)?.index ?? text.length - (text.length % 4);
  return { ok: false, why: `illegal base64 data at input byte ${wrong}` };
}
