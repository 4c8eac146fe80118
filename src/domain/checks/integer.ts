import type { FieldName } from './field-name.ts';
import type { Finding } from './finding.ts';
import { error } from './report.ts';
import { integerIn, MAX_INT32 } from './syntax.ts';

interface IntegerRule {
  readonly field: FieldName;
  readonly min: number;
  readonly max?: number;
  readonly required?: boolean;
}

/** A field for a whole number. Empty is "not set" unless it is required. */
export function checkInteger(text: string, path: string, rule: IntegerRule): readonly Finding[] {
  const { field, min, max = MAX_INT32, required = false } = rule;
  if (text === '' && !required) return [];
  if (integerIn(text, min, max)) return [];
  return [error('integer.range', path, { field, min, max })];
}
