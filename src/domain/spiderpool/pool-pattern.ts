type Token =
  | { readonly kind: 'star' }
  | { readonly kind: 'any' }
  | { readonly kind: 'literal'; readonly char: string }
  | {
      readonly kind: 'class';
      readonly negated: boolean;
      readonly spans: readonly (readonly [string, string])[];
    };

/**
 * Whether Spiderpool takes a pool name in `ippools`, `ippool`, a namespace's or an attachment's default pools for a
 * pattern: it has `*`, `?`, or both brackets (`HasWildcardInStr`). Names of subnets are never patterns (domain reference
 * 1.6).
 */
export function isPoolPattern(name: string): boolean {
  return /[*?]/.test(name) || (name.includes('[') && name.includes(']'));
}

/** Whether a pattern selects the pool. A malformed one selects nothing. */
export function matchesPoolPattern(pattern: string, pool: string): boolean {
  return compilePoolPattern(pattern)?.(pool) ?? false;
}

/**
 * Go's `filepath.Match` for names without `/`: `*`, `?`, `[a-z]`, `[^a-z]`, and `\` before a character.
 * @returns a test of names; `undefined` for a pattern that Go refuses as malformed.
 */
export function compilePoolPattern(pattern: string): ((name: string) => boolean) | undefined {
  const tokens = tokenize(pattern);
  return tokens && ((name) => matchTokens(tokens, Array.from(name)));
}

/** A star first takes nothing and then one character more each time the rest fails: no pattern takes long. */
function matchTokens(tokens: readonly Token[], chars: readonly string[]): boolean {
  let token = 0;
  let char = 0;
  let star = -1;
  let resume = 0;
  while (char < chars.length) {
    const current = tokens[token];
    if (current?.kind === 'star') {
      star = token;
      resume = char;
      token += 1;
    } else if (current && takes(current, chars[char] ?? '')) {
      token += 1;
      char += 1;
    } else if (star >= 0) {
      resume += 1;
      char = resume;
      token = star + 1;
    } else {
      return false;
    }
  }
  return tokens.slice(token).every(({ kind }) => kind === 'star');
}

function takes(token: Token, char: string): boolean {
  switch (token.kind) {
    case 'star':
    case 'any':
      return true;
    case 'literal':
      return char === token.char;
    case 'class':
      return token.spans.some(([low, high]) => low <= char && char <= high) !== token.negated;
  }
}

function tokenize(pattern: string): Token[] | undefined {
  const chars = Array.from(pattern);
  const tokens: Token[] = [];
  let at = 0;
  while (at < chars.length) {
    const char = chars[at] ?? '';
    if (char === '[') {
      const parsed = tokenizeClass(chars, at + 1);
      if (!parsed) return undefined;
      tokens.push(parsed.token);
      at = parsed.next;
      continue;
    }
    if (char === '*') tokens.push({ kind: 'star' });
    else if (char === '?') tokens.push({ kind: 'any' });
    else if (char === '\\') {
      at += 1;
      const escaped = chars[at];
      if (escaped === undefined) return undefined;
      tokens.push({ kind: 'literal', char: escaped });
    } else tokens.push({ kind: 'literal', char });
    at += 1;
  }
  return tokens;
}

/** `[...]` from behind the bracket. At least one span, and `-` and `]` only escaped. */
function tokenizeClass(chars: readonly string[], start: number): { token: Token; next: number } | undefined {
  let at = start;
  const negated = chars[at] === '^';
  if (negated) at += 1;
  const spans: [string, string][] = [];
  const take = (): string | undefined => {
    const char = chars[at];
    if (char === undefined || char === '-' || char === ']') return undefined;
    at += char === '\\' ? 2 : 1;
    return char === '\\' ? chars[at - 1] : char;
  };
  while (chars[at] !== ']' || spans.length === 0) {
    const low = take();
    if (low === undefined) return undefined;
    let high: string | undefined = low;
    if (chars[at] === '-') {
      at += 1;
      high = take();
      if (high === undefined) return undefined;
    }
    spans.push([low, high]);
  }
  return { token: { kind: 'class', negated, spans }, next: at + 1 };
}
