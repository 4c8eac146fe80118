/** A name for a copy: `web` becomes `web-2`, or the next number that is free. An empty name stays empty. */
export function copyName(name: string, taken: readonly string[]): string {
  if (name === '') return '';
  const base = name.replace(/-\d+$/, '');
  for (let number = 2; ; number += 1) {
    const candidate = `${base}-${number}`;
    if (!taken.includes(candidate)) return candidate;
  }
}
