import { stripVTControlCharacters } from 'node:util';

/** Longer is no sentence any more (characters). */
const limit = 200;

/** What could be a token, a key or a password in an address: nobody writes words of this length. */
const secretLike = /[\w+/=.~-]{40,}/g;
const userInfo = /:\/\/[^\s/@]+@/g;

/**
 * The last line that a program said, which is where it says why it ends. What might be a secret in it is left out,
 * and so are colours and other control characters.
 */
export function tellableLine(text: string): string {
  const lines = stripVTControlCharacters(text)
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/\p{Cc}/gu, ' ').trim())
    .filter((line) => line !== '');
  return (lines.at(-1) ?? '')
    .replaceAll(userInfo, '://…@')
    .replaceAll(secretLike, '…')
    .slice(0, limit)
    .replace(/\.$/, '');
}
