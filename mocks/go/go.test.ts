import { assert, constantFrom, json, nat, oneof, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goJsonSyntaxError } from './json-syntax.ts';
import { BadPattern, hasWildcard, pathMatch } from './path-match.ts';
import { goAtoi, goParseBool } from './scalars.ts';
import { aggregate, goList, goMap } from './text.ts';

describe('the syntax errors of encoding/json', () => {
  it.each([
    ['', 'unexpected end of JSON input'],
    ['{', 'unexpected end of JSON input'],
    ['[1,', 'unexpected end of JSON input'],
    ['"abc', 'unexpected end of JSON input'],
    ['x', `invalid character 'x' looking for beginning of value`],
    ["'a'", String.raw`invalid character '\'' looking for beginning of value`],
    ['{a:1}', `invalid character 'a' looking for beginning of object key string`],
    ['{"a" 1}', `invalid character '1' after object key`],
    ['{"a":1 "b"}', `invalid character '"' after object key:value pair`],
    ['{"a":1,}', `invalid character '}' looking for beginning of object key string`],
    ['[1 2]', `invalid character '2' after array element`],
    ['[1,]', `invalid character ']' looking for beginning of value`],
    ['{} {}', `invalid character '{' after top-level value`],
    ['truth', `invalid character 't' in literal true (expecting 'e')`],
    ['nul ', `invalid character ' ' in literal null (expecting 'l')`],
    ['"a\nb"', String.raw`invalid character '\n' in string literal`],
    [String.raw`"\x"`, `invalid character 'x' in string escape code`],
    [String.raw`"\u12g4"`, String.raw`invalid character 'g' in \u hexadecimal character escape`],
    ['-a', `invalid character 'a' in numeric literal`],
    ['1.x', `invalid character 'x' after decimal point in numeric literal`],
    ['1ex', `invalid character 'x' in exponent of numeric literal`],
    ['01', `invalid character '1' after top-level value`],
  ])('of %j are %j', (text, error) => {
    expect(goJsonSyntaxError(text)).toBe(error);
  });

  it('are there exactly when JSON.parse fails', () => {
    const broken = tuple(json(), nat(), constantFrom('', '{', ']', ',', '"', 'x', '1')).map(
      ([text, at, put]) => {
        const index = at % (text.length + 1);
        return text.slice(0, index) + put + text.slice(index + 1);
      },
    );
    assert(
      property(oneof(json(), broken), (text) => {
        expect(goJsonSyntaxError(text) === undefined).toBe(parses(text));
      }),
      { numRuns: 500 },
    );
  });

  function parses(text: string): boolean {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  }
});

describe('filepath.Match', () => {
  it.each([
    ['*', 'pool-1', true],
    ['*', 'a/b', false],
    ['pool-?', 'pool-1', true],
    ['pool-?', 'pool-10', false],
    ['pool-[a-c]', 'pool-b', true],
    ['pool-[a-c]', 'pool-d', false],
    ['pool-[^a-c]', 'pool-d', true],
    ['p*-v[46]', 'pool-shared-v6', true],
    ['a.b', 'axb', false],
    [String.raw`a\*`, 'a*', true],
    ['[c-a]', 'b', false],
  ])('%j against %j is %j', (pattern, name, expected) => {
    expect(pathMatch(pattern, name)).toBe(expected);
  });

  it.each(['[', '[]', '[a', '[-]', '[a-]', String.raw`a\ `.trim()])('%j is malformed', (pattern) => {
    expect(() => pathMatch(pattern, 'a')).toThrow(BadPattern);
  });

  it.each([
    ['pool', false],
    ['po*l', true],
    ['po?l', true],
    ['p[o]l', true],
    ['p[ol', false],
  ])('%j is a pattern: %j', (text, expected) => {
    expect(hasWildcard(text)).toBe(expected);
  });
});

describe('strconv', () => {
  it.each([
    ['5', { value: 5 }],
    ['-5', { value: -5 }],
    ['007', { value: 7 }],
    ['', { error: 'strconv.Atoi: parsing "": invalid syntax' }],
    ['5 ', { error: 'strconv.Atoi: parsing "5 ": invalid syntax' }],
    ['1e3', { error: 'strconv.Atoi: parsing "1e3": invalid syntax' }],
    ['9223372036854775808', { error: 'strconv.Atoi: parsing "9223372036854775808": value out of range' }],
  ])('Atoi %j', (text, expected) => {
    expect(goAtoi(text)).toEqual(expected);
  });

  it.each([
    ['TRUE', { value: true }],
    ['f', { value: false }],
    ['tRUE', { error: 'strconv.ParseBool: parsing "tRUE": invalid syntax' }],
  ])('ParseBool %j', (text, expected) => {
    expect(goParseBool(text)).toEqual(expected);
  });
});

describe('how Go prints', () => {
  it('lists, maps and aggregates', () => {
    expect(goList(['a', 'b'])).toBe('[a b]');
    expect(goMap({ b: '2', a: '1' })).toBe('map[a:1 b:2]');
    expect(aggregate(['x'])).toBe('x');
    expect(aggregate(['x', 'x'])).toBe('x');
    expect(aggregate(['x', 'y', 'x'])).toBe('[x, y]');
  });
});
