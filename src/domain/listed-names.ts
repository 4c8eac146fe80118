/** The first names of a list that a pattern may make long, and how many there are: `a, b, c, d, e … (12)`. */
export function listedNames(names: readonly string[]): string {
  return names.length <= 5 ? names.join(', ') : `${names.slice(0, 5).join(', ')} … (${names.length})`;
}
