import { stripVTControlCharacters } from 'node:util';

/** Longer is no sentence any more (characters). */
const limit = 300;

const address = /\bhttps?:\/\/[^\s"'<>]+/gi;

/** What could be a token or a key: nobody writes words of this length. */
const secretLike = /[\w+/=.~-]{40,}/g;

/** A JWT, of any length. */
const jwt = /\beyJ[\w-]+\.[\w.-]+/g;

/** A secret by its name: `token=…`, `"token": "…"`, `Bearer …`. */
const named =
  /((?:token|secret|password|passwd|assertion)["']?\s*(?:=\s*["']?|:\s*["'])|\bbearer\s+)[^\s"',;&]+/gi;

/** The same in the query or fragment of an address. A `code` is one for people, unless it is long. */
const namedInAddress = /([?&#](?:[^=&#]*(?:token|secret|passw|assertion|hint)[^=&#]*)=)[^&#]*/gi;
const codeInAddress = /([?&#]code=)[^&#]{20,}/gi;

/**
 * The last line that a program said, which is where it says why it ends. What might be a secret in it is left out,
 * and so are colours and other control characters.
 */
export function tellableLine(text: string): string {
  const last = tellableLines(text).at(-1) ?? '';
  return last.slice(0, limit).replace(/\.$/, '');
}

/** All lines with something in them, in the same way. Of one that was written over again and again only the last state. */
export function tellableLines(text: string): readonly string[] {
  return stripVTControlCharacters(text)
    .split(/\r*\n/)
    .map((line) => line.split('\r').findLast((state) => state.trim() !== '') ?? '')
    .map((line) => line.replaceAll(/\p{Cc}/gu, ' ').trim())
    .filter((line) => line !== '')
    .map(withoutSecrets);
}

/** An address stays one that can be opened: that of a sign-in has long parameters that are no secrets. */
function withoutSecrets(line: string): string {
  let told = '';
  let end = 0;
  for (const { 0: found, index } of line.matchAll(address)) {
    told += wordsWithout(line.slice(end, index)) + addressWithout(found);
    end = index + found.length;
  }
  return told + wordsWithout(line.slice(end));
}

function wordsWithout(words: string): string {
  return words
    .replaceAll(/:\/\/[^\s/@]+@/g, '://…@')
    .replaceAll(named, '$1…')
    .replaceAll(jwt, '…')
    .replaceAll(secretLike, '…');
}

function addressWithout(url: string): string {
  return url
    .replace(/^(https?:\/\/)[^/?#]*@/i, '$1…@')
    .replaceAll(jwt, '…')
    .replaceAll(namedInAddress, '$1…')
    .replaceAll(codeInAddress, '$1…')
    .replaceAll(/\/[\w+=.~%-]{40,}/g, '/…');
}
