import { isObject } from '../store/json.ts';
import { GoJsonError, parseGoJson } from './json-decode.ts';

/**
 * Decodes a status field that carries a JSON object as text. Absent text is no records.
 * @throws GoJsonError when the text is not a JSON object
 */
export function decodeRecords(text: string | undefined): Record<string, unknown> {
  if (text === undefined) return {};
  const value = parseGoJson(text);
  if (value === null) return {};
  if (!isObject(value)) throw new GoJsonError('json: cannot unmarshal into a map of records');
  return value;
}
