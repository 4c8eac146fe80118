/** A name that would read as more than one segment is quoted: `metadata.labels["example.com/x"]`. */
const NEEDS_QUOTES = /[.[\]]|^$/;

/** The path of what an object has under a name, or a list at a place: `body.items[0].metadata`. */
export function pathBelow(path: string, step: string | number): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  if (NEEDS_QUOTES.test(step)) return `${path}[${JSON.stringify(step)}]`;
  return path === '' ? step : `${path}.${step}`;
}

/** One segment of a path: quoted in brackets, a place in brackets, or a name. */
const SEGMENT = /\[("(?:[^"\\]|\\.)*")\]|\[([^\]]*)\]|\.?([^.[\]]+)/g;

/** The names and places that a path is made of, without quotes and brackets. */
export function segmentsOf(path: string): string[] {
  return [...path.matchAll(SEGMENT)].map(([, quoted, place, name]) =>
    quoted === undefined ? (place ?? name ?? '') : (JSON.parse(quoted) as string),
  );
}

/**
 * Whether a path is one that a pattern tells. `*` is any text within one segment, and a segment `**` any number of segments,
 * none as well; what is below a path belongs to it only where the pattern ends in `**`.
 */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const wanted = segmentsOf(pattern).map((segment) =>
    segment === '**' ? segment : new RegExp(`^${withStars(segment, '.*')}$`, 's'),
  );
  return (path) => matches(wanted, segmentsOf(path));
}

function matches(wanted: readonly (RegExp | string)[], segments: readonly string[]): boolean {
  const [first, ...rest] = wanted;
  if (first === undefined) return segments.length === 0;
  if (typeof first === 'string') {
    return matches(rest, segments) || (segments.length > 0 && matches(wanted, segments.slice(1)));
  }
  const [segment] = segments;
  return segment !== undefined && first.test(segment) && matches(rest, segments.slice(1));
}

/** Whether a text is one that a pattern tells. `*` is any text without `/` and spaces, `**` any text. */
export function textMatcher(pattern: string): (text: string) => boolean {
  const parts = pattern.split('**').map((part) => withStars(part, '[^/ ]*'));
  const wanted = new RegExp(`^${parts.join('.*')}$`);
  return (text) => wanted.test(text);
}

/** A text as a regular expression, in which `*` stands for `any`. */
function withStars(text: string, any: string): string {
  return text.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', any);
}
