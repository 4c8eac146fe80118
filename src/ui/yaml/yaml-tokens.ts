/** What a piece of a printed YAML line is, for its colour. */
export type TokenKind = 'key' | 'string' | 'number' | 'literal' | 'punctuation' | 'comment' | 'space';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

/** Carried from line to line: a block scalar goes on while lines are indented deeper than its key. */
export interface LineState {
  /** Indentation of the line that opened the block scalar, in characters; `undefined` outside one. */
  readonly block: number | undefined;
}

export const firstLine: LineState = { block: undefined };

const key = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#'"[\]{},&*!|>%@`][^#]*?):(?=\s|$)/;
const quoted = /^"(?:[^"\\]|\\.)*"|^'(?:[^']|'')*'/;
const number = /^[-+]?(?:\d+(?:\.\d+)?(?:e[-+]?\d+)?|0x[0-9a-f]+|0o[0-7]+)$/i;
const literal = /^(?:true|false|null|~)$/i;

/**
 * Splits one line of YAML as the manifest document prints it (block style, scalars on one line) into pieces that
 * together are the line. Not a parser: what it does not know stays a plain string, and nothing is lost.
 */
export function tokenizeLine(
  line: string,
  state: LineState,
): { readonly tokens: readonly Token[]; readonly next: LineState } {
  const indent = line.length - line.trimStart().length;
  if (state.block !== undefined && (line.trim() === '' || indent > state.block)) {
    return {
      tokens: pieces([
        ['space', line.slice(0, indent)],
        ['string', line.slice(indent)],
      ]),
      next: state,
    };
  }
  const tokens: [TokenKind, string][] = [['space', line.slice(0, indent)]];
  let rest = line.slice(indent);
  for (let dash = /^(-)(\s+|$)/.exec(rest); dash !== null; dash = /^(-)(\s+|$)/.exec(rest)) {
    tokens.push(['punctuation', '-'], ['space', dash[2] ?? '']);
    rest = rest.slice(dash[0].length);
  }
  const name = key.exec(rest);
  if (name !== null) {
    tokens.push(['key', name[1] ?? ''], ['punctuation', ':']);
    rest = rest.slice(name[0].length);
  }
  tokens.push(...value(rest));
  const opensBlock = /(?:^|\s)[|>][-+0-9]*\s*(?:#.*)?$/.test(rest);
  return { tokens: pieces(tokens), next: { block: opensBlock ? indent : undefined } };
}

function value(text: string): [TokenKind, string][] {
  const space = /^\s*/.exec(text)?.[0] ?? '';
  const rest = text.slice(space.length);
  if (rest === '') return [['space', space]];
  if (rest.startsWith('#'))
    return [
      ['space', space],
      ['comment', rest],
    ];
  const inQuotes = quoted.exec(rest)?.[0];
  if (inQuotes !== undefined)
    return [['space', space], ['string', inQuotes], ...value(rest.slice(inQuotes.length))];
  const comment = /\s#.*$/.exec(rest);
  const plain = comment === null ? rest : rest.slice(0, comment.index);
  return [['space', space], [kindOf(plain.trimEnd()), plain], ...(comment === null ? [] : value(comment[0]))];
}

function kindOf(plain: string): TokenKind {
  if (number.test(plain)) return 'number';
  if (literal.test(plain)) return 'literal';
  return /^(?:[[\]{}|>&*!-]|---|\.\.\.)/.test(plain) ? 'punctuation' : 'string';
}

function pieces(pairs: readonly (readonly [TokenKind, string])[]): Token[] {
  return pairs.filter(([, text]) => text !== '').map(([kind, text]) => ({ kind, text }));
}

/** The state in which each line begins. */
export function lineStates(lines: readonly string[]): LineState[] {
  let state = firstLine;
  return lines.map((line) => {
    const before = state;
    state = tokenizeLine(line, state).next;
    return before;
  });
}
