/** Letters and digits of generated names. Source: `rand.SafeEncodeString` of k8s.io/apimachinery. */
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** Everything that is random in the simulated cluster comes from one seed. */
export interface Random {
  /** At least 0, less than 1. */
  fraction(): number;
  /** `x7k2p`: what Kubernetes appends to `generateName`. */
  suffix(): string;
  /** Lower-case hexadecimal digits, as container runtimes make them. */
  hex(digits: number): string;
}

/** The same seed gives the same sequence (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function fraction(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const pick = (letters: string) => letters.charAt(Math.floor(fraction() * letters.length));
  const text = (length: number, letters: string) => Array.from({ length }, () => pick(letters)).join('');
  return {
    fraction,
    suffix: () => text(5, ALPHABET),
    hex: (digits) => text(digits, '0123456789abcdef'),
  };
}

/** A number written with the letters of generated names. Source: `rand.SafeEncodeString`. */
export function safeEncode(text: string): string {
  return Array.from(text, (letter) => ALPHABET.charAt(letter.charCodeAt(0) % ALPHABET.length)).join('');
}
