import { memo, type CSSProperties } from 'react';
import type { ManifestLine } from '../../domain/workload/line-map.ts';
import { useHost, useSource } from '../../host/HostContext.tsx';
import { ForReaders } from '../ForReaders.tsx';
import { classNames } from '../class-names.ts';
import { nicHue } from '../nic-hue.ts';
import { useIsLit, useLight } from '../lit-nic.ts';
import { lineParts, type LinePart } from './line-parts.ts';
import { tokenizeLine, type LineState } from './yaml-tokens.ts';
import styles from './YamlLine.module.css';

interface YamlLineProps {
  readonly number: number;
  readonly line: ManifestLine;
  /** See `nicNames`. */
  readonly names: string;
  /** Indentation of the block scalar that the line may be in; see `LineState`. */
  readonly block: LineState['block'];
  /** Changes each time an edit changes this line; 0 when none has. */
  readonly changed: number;
}

/** One line: its number, a stripe for each NIC that it is about, its text in colours, their names at its end. */
export const YamlLine = memo(function YamlLine({ number, line, names, block, changed }: YamlLineProps) {
  const mode = useSource(useHost().theme);
  const lit = useIsLit(line.nics.length === 1 ? line.nics : []);
  const { tokens } = tokenizeLine(line.text, { block });
  const indent = line.text.length - line.text.trimStart().length;
  const [only] = line.nics;
  const style = {
    '--indent': indent + 2,
    ...(only !== undefined && line.nics.length === 1 && { '--hue': nicHue(only, mode) }),
  } as CSSProperties;
  const parts = lineParts(line, tokens);
  return (
    <div
      className={styles.line}
      data-theme={mode}
      data-lit={lit || undefined}
      data-changed={changed > 0 || undefined}
      data-owned={line.nics.length > 0 || undefined}
      style={style}
    >
      {changed > 0 && <span key={changed} className={styles.flash} aria-hidden />}
      <span className={styles.stripes} aria-hidden>
        {line.nics.map((nic) => (
          <span key={nic} style={{ background: nicHue(nic, mode) }} />
        ))}
      </span>
      <span className={styles.lineNumber} aria-hidden>
        {number}
      </span>
      <code className={styles.text}>
        {line.nics.length > 0 && <Owners names={line.nics.map((nic) => names.split(' ')[nic] ?? '')} />}
        {parts.map((part, index) => (
          // A line is drawn anew as a whole: its parts have no identity of their own.
          // oxlint-disable-next-line react/no-array-index-key
          <Part key={index} part={part} whole={line.spans.length === 0} alone={line.nics.length < 2} />
        ))}
      </code>
    </div>
  );
}, sameLine);

/** Each keystroke prints the whole manifest anew; a line that reads the same is the same. */
function sameLine(before: YamlLineProps, after: YamlLineProps): boolean {
  return (
    before.number === after.number &&
    before.line.text === after.line.text &&
    before.names === after.names &&
    before.block === after.block &&
    before.changed === after.changed &&
    before.line.nics.join() === after.line.nics.join()
  );
}

interface PartProps {
  readonly part: LinePart;
  /** The part is the whole line, key and all. */
  readonly whole: boolean;
  /** The line has no other NIC's part, from which this one would have to be told. */
  readonly alone: boolean;
}

function Part({ part, whole, alone }: PartProps) {
  const mode = useSource(useHost().theme);
  const light = useLight();
  const { nic, tokens } = part;
  const lit = useIsLit(nic === undefined ? [] : [nic]);
  const pieces = tokens.map((token, index) => (
    // oxlint-disable-next-line react/no-array-index-key
    <span key={index} className={styles[token.kind]}>
      {token.text}
    </span>
  ));
  if (nic === undefined) return <>{pieces}</>;
  const { onPointerEnter, onPointerLeave } = light(nic);
  return (
    <span
      className={classNames(!whole && styles.piece, !alone && !whole && styles.part)}
      data-lit={lit || undefined}
      style={{ '--hue': nicHue(nic, mode) } as CSSProperties}
      onPointerEnter={onPointerEnter}
      onPointerLeave={onPointerLeave}
    >
      {pieces}
    </span>
  );
}

/** The names of the NICs of a line; of many, the first and the last are drawn. */
function Owners({ names }: { readonly names: readonly string[] }) {
  const drawn = names.length > 3 ? `${names[0] ?? ''} … ${names.at(-1) ?? ''}` : names.join(' ');
  return (
    <span className={styles.owner}>
      <span aria-hidden>{drawn}</span>
      <ForReaders>{names.join(' ')}</ForReaders>
    </span>
  );
}
