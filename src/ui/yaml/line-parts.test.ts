import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineParts } from './line-parts.ts';
import { firstLine, tokenizeLine } from './yaml-tokens.ts';

const frame = { document: 0, field: null };

function split(
  text: string,
  nics: readonly number[],
  spans: readonly { from: number; to: number; nic: number }[],
) {
  return lineParts({ ...frame, text, nics, spans }, tokenizeLine(text, firstLine).tokens).map(
    ({ nic, tokens }) => `${nic ?? '-'}|${tokens.map((token) => token.text).join('')}`,
  );
}

describe('lineParts', () => {
  it('cuts a line of several NICs at their spans', () => {
    expect(
      split(
        'k: ns/a,ns/b',
        [1, 2],
        [
          { from: 3, to: 7, nic: 1 },
          { from: 8, to: 12, nic: 2 },
        ],
      ),
    ).toEqual(['-|k: ', '1|ns/a,', '2|ns/b']);
  });

  it('keeps brackets and commas with the piece that they hold on to', () => {
    const text = `k: '[{"a":1},{"b":2}]'`;
    expect(
      split(
        text,
        [1, 2],
        [
          { from: 5, to: 12, nic: 1 },
          { from: 13, to: 20, nic: 2 },
        ],
      ),
    ).toEqual(['-|k: ', `1|'[{"a":1},`, `2|{"b":2}]'`]);
  });

  it('gives a line that is about one NIC to that NIC, and any other to none', () => {
    expect(split('spidernet.io/vf: "1"', [2], [])).toEqual(['2|spidernet.io/vf: "1"']);
    expect(split('spidernet.io/vf: "2"', [1, 2], [])).toEqual(['-|spidernet.io/vf: "2"']);
    expect(split('kind: Deployment', [], [])).toEqual(['-|kind: Deployment']);
  });

  it('never loses a character, wherever the spans are', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(fc.nat(40), { maxLength: 6 }), (text, cuts) => {
        const sorted = [...new Set(cuts.filter((cut) => cut <= text.length))].sort((a, b) => a - b);
        const spans = sorted.slice(1).map((to, index) => ({ from: sorted[index] ?? 0, to, nic: index }));
        expect(
          split(text, [0, 1], spans)
            .map((part) => part.slice(part.indexOf('|') + 1))
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
