/**
 * The text of a number field one step on: `3` becomes `4`, `25%` becomes `26%`. Text that is no integer starts at
 * `min`; the result never leaves the bounds.
 * @param by usually 1 or -1
 */
export function stepped(text: string, by: number, min: number, max: number): string {
  const match = /^\s*(-?\d+)(%?)\s*$/.exec(text);
  if (match === null) return String(min);
  const next = Number(match[1]) + by;
  return `${Math.min(max, Math.max(min, next))}${match[2] ?? ''}`;
}
