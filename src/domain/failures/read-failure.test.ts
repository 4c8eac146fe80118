import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare } from './test-catalogue/entry.ts';
import { ipamEntries } from './test-catalogue/ipam-entries.ts';
import { otherEntries } from './test-catalogue/other-entries.ts';
import { readFailure } from './read-failure.ts';
import { agentMessage, delegateMessage, envelopes, ipamMessage, multusMessage } from './test-envelopes.ts';

const catalogue = [...ipamEntries, ...otherEntries];

describe('readFailure', () => {
  it('knows all 31 entries of the catalogue', () => {
    const known = new Set(catalogue.map((line) => line.entry));
    expect(
      Array.from({ length: 31 }, (_, index) => index + 1).filter((number) => !known.has(number)),
    ).toEqual([]);
  });

  describe.each(envelopes)('%s', (_, wrap) => {
    it.each(catalogue)('$entry $cause', ({ cause, around, text, tells }) => {
      const failure = readFailure(wrap(around(text)));
      expect(failure).toMatchObject({ cause, noise: false, ...tells });
      expect(text).toContain(failure.text);
    });
  });

  it('takes the network that was being added from the envelope', () => {
    expect(readFailure(delegateMessage('Link not found')).network).toBe('macvlan-ens192');
    expect(readFailure(multusMessage('x'))).not.toHaveProperty('network');
  });

  it('keeps what it does not know', () => {
    expect(
      readFailure(agentMessage('failed to allocate IP addresses in standard mode: something new')),
    ).toEqual({
      cause: 'other',
      network: 'macvlan-ens192',
      names: [],
      params: {},
      text: 'something new',
      noise: false,
    });
  });

  it('gives the same cause for the same words in every envelope', () => {
    const words = fc.oneof(
      fc.constantFrom(...catalogue.filter(({ around }) => around !== bare).map(({ text }) => text)),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(words, words, (first, second) => {
        const text = `${first} ${second}`;
        const causes = [
          readFailure(text),
          ...envelopes.flatMap(([, wrap]) =>
            [agentMessage, ipamMessage].map((around) => readFailure(wrap(around(text)))),
          ),
        ].map(({ cause }) => cause);
        expect(new Set(causes).size).toBe(1);
      }),
    );
  });

  it('is total: any text gives an answer that keeps the text', () => {
    const parts = fc.constantFrom(
      ...catalogue.flatMap(({ text, around }) => around(text).split(/(?<=[ [\]'":])/)),
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(parts, { maxLength: 60 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (message) => {
        const failure = readFailure(message);
        expect(message).toContain(failure.text);
        expect(failure.names.every((name) => message.includes(name) || name.includes('/'))).toBe(true);
      }),
    );
  });
});
