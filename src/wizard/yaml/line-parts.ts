import type { ManifestLine } from '../../domain/workload/line-map.ts';
import type { Token } from './yaml-tokens.ts';

/** A piece of a line that is about one NIC, or about none, with its coloured tokens. */
export interface LinePart {
  /** Position of the NIC in the Pod. */
  readonly nic: number | undefined;
  readonly tokens: readonly Token[];
}

/**
 * Cuts the tokens of a line where one NIC's piece ends and the next begins. The parts together are the line. A line that
 * is about one NIC as a whole (its device resource) is one part of that NIC.
 */
export function lineParts(line: ManifestLine, tokens: readonly Token[]): readonly LinePart[] {
  const [only] = line.nics;
  if (line.spans.length === 0) return [{ nic: line.nics.length === 1 ? only : undefined, tokens }];
  const parts: LinePart[] = [];
  let at = 0;
  for (const { from, to, nic } of line.spans) {
    if (from > at) parts.push({ nic: undefined, tokens: tokensBetween(tokens, at, from) });
    parts.push({ nic, tokens: tokensBetween(tokens, from, to) });
    at = to;
  }
  const rest = tokensBetween(tokens, at, line.text.length);
  return rest.length === 0 ? parts : [...parts, { nic: undefined, tokens: rest }];
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
