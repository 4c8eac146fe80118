import type { ManifestLine } from '../../domain/workload/line-map.ts';
import type { Token } from './yaml-tokens.ts';

/** A piece of a line that is about one NIC, or about none, with its coloured tokens. */
export interface LinePart {
  /** Position of the NIC in the Pod. */
  readonly nic: number | undefined;
  readonly tokens: readonly Token[];
}

/**
 * Cuts the tokens of a line where one NIC's piece ends and the next begins. The parts together are the line. Brackets and
 * commas between the pieces go with the piece that they hold on to. A line that is about one NIC as a whole (its device
 * resource) is one part of that NIC.
 */
export function lineParts(line: ManifestLine, tokens: readonly Token[]): readonly LinePart[] {
  const { text, nics, spans } = line;
  const [only] = nics;
  const [first] = spans;
  if (first === undefined) return [{ nic: nics.length === 1 ? only : undefined, tokens }];
  const start = text.lastIndexOf(' ', first.from) + 1;
  const frame = start === 0 ? [] : [{ nic: undefined, tokens: tokensBetween(tokens, 0, start) }];
  const pieces = spans.map(({ nic }, index): LinePart => {
    const from = index === 0 ? start : (spans[index - 1]?.to ?? 0) + gapAfter(line, index - 1);
    const to = index === spans.length - 1 ? text.length : (spans[index]?.to ?? 0) + gapAfter(line, index);
    return { nic, tokens: tokensBetween(tokens, from, to) };
  });
  return [...frame, ...pieces];
}

/** How many characters between a piece and the next go with the first: a comma, but not what opens the next. */
function gapAfter({ text, spans }: ManifestLine, index: number): number {
  const gap = text.slice(spans[index]?.to, spans[index + 1]?.from);
  return /^[,\s]*/.exec(gap)?.[0].length ?? 0;
}

function tokensBetween(tokens: readonly Token[], from: number, to: number): readonly Token[] {
  let start = 0;
  return tokens.flatMap((token) => {
    const begin = start;
    start += token.text.length;
    const text = token.text.slice(Math.max(from - begin, 0), Math.max(to - begin, 0));
    return text === '' ? [] : [{ kind: token.kind, text }];
  });
}
