import type { KeyValue } from '../workload/draft.ts';
import type { Finding } from './finding.ts';
import { repeatedIndexes } from './repeated.ts';
import { error, when } from './report.ts';
import { isLabelValue, isQualifiedName } from './syntax.ts';

/** Rows of labels: keys, values, no key twice (`ValidateLabels`). An untouched row is not an error. */
export function checkLabelRows(rows: readonly KeyValue[], path: string): readonly Finding[] {
  return [
    ...checkKeys(rows, path),
    ...rows.flatMap(({ value }, index) =>
      when(!isLabelValue(value), error('label.valueSyntax', `${path}.${index}.value`)),
    ),
  ];
}

/** Rows of annotations: keys only, as values may be any text (`ValidateAnnotations`, which ignores the case of keys). */
export function checkAnnotationKeys(rows: readonly KeyValue[], path: string): readonly Finding[] {
  return checkKeys(rows, path, (key) => key.toLowerCase());
}

function checkKeys(
  rows: readonly KeyValue[],
  path: string,
  asChecked: (key: string) => string = (key) => key,
): readonly Finding[] {
  return [
    ...rows.flatMap(({ key, value }, index) => {
      if (key === '') return when(value !== '', error('key.required', `${path}.${index}.key`));
      return when(!isQualifiedName(asChecked(key)), error('key.syntax', `${path}.${index}.key`));
    }),
    ...repeatedIndexes(rows.map(({ key }) => key)).map((index) =>
      error('key.repeated', `${path}.${index}.key`, { key: rows[index]?.key ?? '' }),
    ),
  ];
}
