import { useMemo } from 'react';
import type { ManifestLine } from '../../domain/workload/line-map.ts';
import { YamlLine } from './YamlLine.tsx';
import { lineStates } from './yaml-tokens.ts';

/** The lines that the last edit changed, by index, and a number that counts the edits. */
export interface ChangedLines {
  readonly indexes: ReadonlySet<number>;
  readonly edit: number;
}

interface YamlLinesProps {
  readonly lines: readonly ManifestLine[];
  /** See `nicNames`. */
  readonly names: string;
  readonly changed?: ChangedLines;
}

/** The lines of one object, coloured, each NIC's in its hue. */
export function YamlLines({ lines, names, changed }: YamlLinesProps) {
  const states = useMemo(() => lineStates(lines.map(({ text }) => text)), [lines]);
  return lines.map((line, index) => (
    <YamlLine
      // A line is known by its place: that is what its number says.
      // oxlint-disable-next-line react/no-array-index-key
      key={index}
      number={index + 1}
      line={line}
      names={names}
      block={states[index]?.block}
      changed={changed?.indexes.has(index) === true ? changed.edit : 0}
    />
  ));
}
