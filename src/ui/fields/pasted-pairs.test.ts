import { describe, expect, it } from 'vitest';
import { pastedPairs } from './pasted-pairs.ts';

describe('pastedPairs', () => {
  it('reads lines of an env file', () => {
    expect(pastedPairs('# a comment\nMODE=fast\n\nNAME="x y"\r\nEMPTY=\n')).toEqual([
      { key: 'MODE', value: 'fast' },
      { key: 'NAME', value: 'x y' },
      { key: 'EMPTY', value: '' },
    ]);
  });
  it('reads lines of YAML', () => {
    expect(pastedPairs("app: web\n  app.kubernetes.io/name: 'web'")).toEqual([
      { key: 'app', value: 'web' },
      { key: 'app.kubernetes.io/name', value: 'web' },
    ]);
  });
  it('keeps what follows the first sign', () => {
    expect(pastedPairs('URL=http://a/?b=c')).toEqual([{ key: 'URL', value: 'http://a/?b=c' }]);
  });
  it.each(['app', '', 'just some words', 'http://a.example', 'A=1\nnot a pair'])(
    'leaves %j to the field',
    (text) => {
      expect(pastedPairs(text)).toBeUndefined();
    },
  );
});
