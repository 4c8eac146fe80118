import { describe, expect, it } from 'vitest';
import {
  integerIn,
  isConfigKey,
  isDnsLabel,
  isDnsSubdomain,
  isEnvName,
  isLabelValue,
  isPortName,
  isPortReference,
  isQualifiedName,
  isServiceName,
} from './syntax.ts';

const many = (length: number, text = 'a'): string => text.repeat(length);

describe.each([
  ['isDnsLabel', isDnsLabel, ['a', '0', 'a-0', many(63)], ['', 'A', '-a', 'a-', 'a.b', 'a_b', many(64)]],
  [
    'isDnsSubdomain',
    isDnsSubdomain,
    ['a', 'a.b-c.0', many(253)],
    ['', '.', 'a.', '.a', 'a..b', 'a.-b', many(254)],
  ],
  ['isServiceName', isServiceName, ['abcd', 'a--b', many(63)], ['abc', '1abc', 'abc-', many(64)]],
  ['isPortName', isPortName, ['a', '1a', 'a-b', many(15)], ['', '1', 'a--b', 'A', many(16)]],
  [
    'isQualifiedName',
    isQualifiedName,
    ['a', 'A_.-b', 'a.b/c', many(63), `${many(253)}/a`],
    ['', '/a', 'a/', 'a/b/c', 'A/b', '-a', 'a-', many(64), `${many(254)}/a`],
  ],
  ['isLabelValue', isLabelValue, ['', 'a', 'A_.-b', many(63)], ['-a', 'a-', 'a b', many(64)]],
  ['isEnvName', isEnvName, ['A', '_', '-a', '.a', 'a.1'], ['', '1a', '.', '..', '..a', 'a b', 'a=b']],
  [
    'isConfigKey',
    isConfigKey,
    ['a', '1', '.a', 'A_b-c', many(253)],
    ['', '.', '..', '..a', 'a/b', many(254)],
  ],
  ['isPortReference', isPortReference, ['1', '65535', 'http'], ['', '0', '65536', '01', 'A']],
] as const)('%s', (_, accepts, good, bad) => {
  it.each(good)('accepts %j', (text) => expect(accepts(text)).toBe(true));
  it.each(bad)('refuses %j', (text) => expect(accepts(text)).toBe(false));
});

describe('integerIn', () => {
  it.each(['3', '4', '5'])('accepts %s from 3 to 5', (text) => expect(integerIn(text, 3, 5)).toBe(true));
  it.each(['', '2', '6', '04', '4.0', '4 ', '+4', '-4', '4e0', 'four'])('refuses %j from 3 to 5', (text) =>
    expect(integerIn(text, 3, 5)).toBe(false),
  );
});
