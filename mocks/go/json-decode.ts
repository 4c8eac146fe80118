import { goJsonSyntaxError } from './json-syntax.ts';

/** The shape that Go decodes a JSON text into. `name` is what Go calls the type in its errors. */
export type GoShape =
  | { readonly kind: 'string' | 'bool' }
  | { readonly kind: 'list'; readonly name: string; readonly of: GoShape }
  | { readonly kind: 'struct'; readonly name: string; readonly fields: Readonly<Record<string, GoShape>> };

export const goString: GoShape = { kind: 'string' };
export const goBool: GoShape = { kind: 'bool' };
export const goStrings: GoShape = { kind: 'list', name: '[]string', of: goString };

/** Thrown by `decodeGoJson` with the text of Go's error. */
export class GoJsonError extends Error {}

/**
 * Decodes as Go's `encoding/json` does: unknown keys are dropped, keys match in any case, `null` and absent leave the field
 * undefined, a wrong type is an error.
 * @param text what was written
 * @param shape what it has to be
 * @returns JSON with the keys of `shape`
 * @throws GoJsonError with Go's words
 */
export function decodeGoJson(text: string, shape: GoShape): unknown {
  return decode(parseGoJson(text), shape, undefined);
}

/**
 * Any JSON value.
 * @throws GoJsonError with Go's words for the first syntax error
 */
export function parseGoJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new GoJsonError(goJsonSyntaxError(text));
  }
}

function decode(value: unknown, shape: GoShape, field: string | undefined): unknown {
  if (value === null) return undefined;
  switch (shape.kind) {
    case 'string':
    case 'bool':
      if (jsonKind(value) !== shape.kind) throw mismatch(value, shape, field);
      return value;
    case 'list':
      if (!Array.isArray(value)) throw mismatch(value, shape, field);
      return value.map((item) => decode(item, shape.of, field));
    case 'struct':
      if (jsonKind(value) !== 'object') throw mismatch(value, shape, field);
      return decodeStruct(value as Record<string, unknown>, shape);
  }
}

function decodeStruct(
  value: Record<string, unknown>,
  shape: Extract<GoShape, { kind: 'struct' }>,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const known = Object.keys(shape.fields).find((name) => name.toLowerCase() === key.toLowerCase());
    const fieldShape = known === undefined ? undefined : shape.fields[known];
    if (known === undefined || fieldShape === undefined) continue;
    result[known] = decode(inner, fieldShape, `${shape.name}.${known}`);
  }
  return result;
}

function mismatch(value: unknown, shape: GoShape, field: string | undefined): GoJsonError {
  const target = field === undefined ? 'Go value' : `Go struct field ${field}`;
  const type = 'name' in shape ? qualified(shape) : shape.kind;
  return new GoJsonError(`json: cannot unmarshal ${jsonKind(value)} into ${target} of type ${type}`);
}

/** Named types of Spiderpool carry their package, `[]string` does not. */
function qualified(shape: Extract<GoShape, { name: string }>): string {
  return shape.name.startsWith('[]') ? shape.name : `types.${shape.name}`;
}

function jsonKind(value: unknown): 'object' | 'array' | 'string' | 'number' | 'bool' {
  if (Array.isArray(value)) return 'array';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return 'number';
    case 'boolean':
      return 'bool';
    default:
      return 'object';
  }
}
