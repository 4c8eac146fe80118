/**
 * A text as a DNS label: lower case, everything else replaced by hyphens.
 * @param max characters at most
 * @returns `''` where nothing is left
 */
export function soundName(text: string, max = 63): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, max)
    .replace(/-+$/, '');
}

/** The name with the first number behind it that makes it another than all of these. */
export function numberedName(name: string, taken: readonly string[], max = 63): string {
  for (let number = 2; ; number += 1) {
    const ending = `-${number}`;
    const candidate = `${name.slice(0, max - ending.length)}${ending}`;
    if (!taken.includes(candidate)) return candidate;
  }
}
