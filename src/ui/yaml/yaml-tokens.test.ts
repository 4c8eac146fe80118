import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstLine, lineStates, tokenizeLine } from './yaml-tokens.ts';

function kinds(line: string): string[] {
  return tokenizeLine(line, firstLine)
    .tokens.filter((token) => token.kind !== 'space')
    .map((token) => `${token.kind} ${token.text}`);
}

describe('tokenizeLine', () => {
  it.each([
    ['apiVersion: apps/v1', ['key apiVersion', 'punctuation :', 'string apps/v1']],
    ['  replicas: 3', ['key replicas', 'punctuation :', 'number 3']],
    ['- name: web', ['punctuation -', 'key name', 'punctuation :', 'string web']],
    ['- - nested', ['punctuation -', 'punctuation -', 'string nested']],
    ['metadata:', ['key metadata', 'punctuation :']],
    ['  image: nginx:1.27', ['key image', 'punctuation :', 'string nginx:1.27']],
    [
      '  k8s.v1.cni.cncf.io/networks: kube-system/a',
      ['key k8s.v1.cni.cncf.io/networks', 'punctuation :', 'string kube-system/a'],
    ],
    [`  n: "+2"`, ['key n', 'punctuation :', 'string "+2"']],
    [`  s: '[{"interface":"net1"}]'`, ['key s', 'punctuation :', `string '[{"interface":"net1"}]'`]],
    [
      `  "quoted: key": 'it''s' # why`,
      ['key "quoted: key"', 'punctuation :', `string 'it''s'`, 'comment # why'],
    ],
    ['enabled: true # on purpose', ['key enabled', 'punctuation :', 'literal true', 'comment # on purpose']],
    ['# only a comment: really', ['comment # only a comment: really']],
    ['---', ['punctuation ---']],
    ['empty: {}', ['key empty', 'punctuation :', 'punctuation {}']],
    ['ipv6: fd00::/64', ['key ipv6', 'punctuation :', 'string fd00::/64']],
    ['cpu: 1.5', ['key cpu', 'punctuation :', 'number 1.5']],
    ['hash: a#b', ['key hash', 'punctuation :', 'string a#b']],
    ['', []],
  ])('%s', (line, expected) => {
    expect(kinds(line)).toEqual(expected);
  });

  it('keeps a block scalar together, and leaves it at the next key', () => {
    const lines = ['script: |', '  echo: "hi"', '', '    deeper: 3', 'next: 1'];
    const states = lineStates(lines);
    const drawn = lines.map((line, index) => tokenizeLine(line, states[index] ?? firstLine).tokens);
    expect(drawn[1]?.map((token) => token.kind)).toEqual(['space', 'string']);
    expect(drawn[3]?.map((token) => token.kind)).toEqual(['space', 'string']);
    expect(drawn[4]?.[0]).toEqual({ kind: 'key', text: 'next' });
  });

  it('never loses a character', () => {
    const yamlish = fc.string({ unit: fc.constantFrom(...`ab: #'"-|>{}[],0.\\x`.split('')) });
    fc.assert(
      fc.property(yamlish, fc.option(fc.nat(6), { nil: undefined }), (line, block) => {
        const { tokens } = tokenizeLine(line, { block });
        expect(tokens.map((token) => token.text).join('')).toBe(line);
      }),
    );
  });
});
