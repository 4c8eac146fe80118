/** `filepath.Match` of Go, which Spiderpool uses for wildcards in pool names. */

/** Thrown for `[` without `]` and other malformed patterns. */
export class BadPattern extends Error {
  constructor() {
    super('syntax error in pattern');
  }
}

/**
 * Whether `name` matches `pattern`: `*` any run of characters but `/`, `?` one, `[a-c]` and `[^a-c]` classes, `\` escapes.
 * @throws BadPattern
 */
export function pathMatch(pattern: string, name: string): boolean {
  return new RegExp(`^${expression(pattern)}$`, 'su').test(name);
}

/** Whether Spiderpool takes a text for a pattern: `*`, `?`, or a `[` and a `]` anywhere. */
export function hasWildcard(text: string): boolean {
  return text.includes('?') || text.includes('*') || (text.includes('[') && text.includes(']'));
}

function expression(pattern: string): string {
  let result = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === '*') result += '[^/]*';
    else if (character === '?') result += '[^/]';
    else if (character === '[') {
      const close = pattern.indexOf(']', at + 2);
      if (close < 0) throw new BadPattern();
      result += characterClass(pattern.slice(at + 1, close));
      at = close;
    } else if (character === '\\') {
      at += 1;
      if (at >= pattern.length) throw new BadPattern();
      result += escape(pattern.charAt(at));
    } else result += escape(character);
  }
  return result;
}

function characterClass(body: string): string {
  const negated = body.startsWith('^');
  const members = negated ? body.slice(1) : body;
  if (!/^(?:[^-\\[\]](?:-[^-\\[\]])?)+$/.test(members)) throw new BadPattern();
  const parts = members.match(/.-.|./gsu) ?? [];
  const inside = parts
    .filter((part) => part.length < 3 || part.charAt(0) <= part.charAt(2))
    .map((part) => part.replaceAll(/[\\^\]]/g, String.raw`\$&`));
  if (inside.length === 0) return negated ? '[^/]' : '(?!)';
  return `[${negated ? '^/' : ''}${inside.join('')}]`;
}

function escape(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}
