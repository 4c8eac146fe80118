const limit = 1_000_000_000n;

/** Making a format costs more than a hundred uses of it, and a page of NICs has hundreds of counts. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: string): Intl.NumberFormat {
  const known = formats.get(language);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(language);
  formats.set(language, format);
  return format;
}

/** A number of addresses for people. Beyond any use (an IPv6 range), only that there are more than a billion. */
export function countText(count: bigint, language: string): string {
  const format = formatOf(language);
  return count > limit ? `> ${format.format(limit)}` : format.format(count);
}
