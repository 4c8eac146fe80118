/** The letters and digits of generated names: no vowels, and nothing that is easily mistaken. */
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';
const SUFFIX = 5;
const LONGEST_BASE = 63 - SUFFIX;

/** `web-` becomes `web-x7k2p`. Source: `names.SimpleNameGenerator` of the API server. */
export function generatedName(base: string): string {
  let name = base.slice(0, LONGEST_BASE);
  for (let index = 0; index < SUFFIX; index += 1) {
    name += ALPHABET.charAt(Math.floor(Math.random() * ALPHABET.length));
  }
  return name;
}
