import { describe, expect, it } from 'vitest';
import { unwrap } from './envelope.ts';

const shim = "CmdAdd (shim): CNI request failed with status 400: '";
/** Enough that work which grows with the square of it would not end within the time that a test has. */
const long = 300_000;

describe('what the thick plugin passes on', () => {
  it.each([
    ['between quotes', `${shim}it failed'`, 'it failed'],
    ['with a line end before the closing quote', `${shim}it failed\n'`, 'it failed'],
    ['with a written line end', `${shim}it failed\\n'`, 'it failed'],
    ['with both, and blanks after the quote', `${shim}it failed\\n \\n\n' \n`, 'it failed'],
    ['cut off before the closing quote', `${shim}it failed \\n`, 'it failed'],
    ['with a quote of its own', `${shim}it's 'failed''`, "it's 'failed'"],
    ['nothing', `${shim}'`, ''],
  ])('is read %s', (_, message, text) => {
    expect(unwrap(message).text).toBe(text);
  });
});

describe('a long text', () => {
  it.each([
    ['of blanks', `${shim}${' '.repeat(long)}x`, 'x'],
    ['of blanks before the closing quote', `${shim}x${' '.repeat(long)}'`, 'x'],
    ['of written line ends', `${shim}x${'\\n'.repeat(long)}'`, 'x'],
    ['of quotes and blanks', `${shim}x${"' ".repeat(long)}x`, `x${"' ".repeat(long)}x`],
  ])('%s is read as fast as it is long', (_, message, text) => {
    expect(unwrap(message).text === text).toBe(true);
  });

  it.each([
    ['slashes', `[${'a/'.repeat(long)}`],
    ['brackets', '['.repeat(long)],
    ['beginnings of a Pod', '[a/b/c:'.repeat(long)],
    ['Multus', 'Multus: ['.repeat(long)],
    ['shims', shim.slice(0, -2).repeat(long / 10)],
    ['stages', 'failed to retrieve the IP allocation of StatefulSet/'.repeat(long / 10)],
  ])('of %s, which are no envelope, is itself', (_, message) => {
    expect(unwrap(message).text === message).toBe(true);
  });
});
