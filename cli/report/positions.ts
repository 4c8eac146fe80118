import type { PlaceKeys } from '../../src/domain/workload/field-places.ts';

/** Line and column in a text, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Tells the position of a character of a text by the number of characters before it. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** A place as people write it: `spec.template.metadata.annotations["ipam.spidernet.io/subnets"]`. */
export function pathText(keys: PlaceKeys): string {
  return keys
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`;
      if (!/^[A-Za-z_][\w-]*$/.test(key)) return `[${JSON.stringify(key)}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join('');
}
