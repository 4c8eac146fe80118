/** Host names of one row, separated by blanks or commas. */
export function hostnamesOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}
