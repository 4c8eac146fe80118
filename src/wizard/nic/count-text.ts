const limit = 1_000_000_000n;

/** A number of addresses for people. Beyond any use (an IPv6 range), only that there are more than a billion. */
export function countText(count: bigint, language: string): string {
  const format = new Intl.NumberFormat(language);
  return count > limit ? `> ${format.format(limit)}` : format.format(count);
}
