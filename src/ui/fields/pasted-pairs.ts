import type { KeyValue } from '../../domain/workload/draft.ts';

const pairLine = /^\s*([^\s=:]+)\s*(?:=|:\s)\s*(.*?)\s*$/;

/**
 * Rows from pasted lines of `key=value` or `key: value`, quotes around the value taken off; empty lines and lines
 * that start with `#` are passed over. `undefined` where the text is anything else: it is pasted as it is.
 */
export function pastedPairs(text: string): KeyValue[] | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const pairs = lines.map((line) => pairLine.exec(line));
  if (pairs.length === 0 || pairs.includes(null)) return undefined;
  return pairs.map((pair) => ({ key: pair?.[1] ?? '', value: unquoted(pair?.[2] ?? '') }));
}

function unquoted(value: string): string {
  return /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value;
}
