import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { applyEdit } from './apply-edit.ts';
import { type Edit, keep, map, remove, set } from './edit.ts';

function after(text: string, edit: Edit): string {
  const document = parseDocument(text);
  const contents = applyEdit(document.contents, edit, document.schema);
  document.contents = contents as typeof document.contents;
  return document.toString({ lineWidth: 0, indentSeq: false });
}

const value = (text: string | number): Edit => set(text, 'f');
const implied = (text: string): Edit => ({ kind: 'set', value: text, field: 'f', implied: true });
const list = (...items: (readonly [number | null, Edit])[]): Edit => ({
  kind: 'list',
  items: items.map(([from, edit]) => ({ from, edit })),
  field: 'f',
});

describe('applyEdit', () => {
  it.each<[story: string, before: string, edit: Edit, after: string]>([
    ['sets a scalar', 'a: 1\nb: 2\n', map([['a', value(3)]]), 'a: 3\nb: 2\n'],
    ['keeps the comment of a scalar', 'a: 1 # one\n', map([['a', value(2)]]), 'a: 2 # one\n'],
    ['keeps quotes', "a: 'x'\n", map([['a', value('y')]]), "a: 'y'\n"],
    ['does not keep the quotes of an empty text', 'a: ""\n', map([['a', value('y')]]), 'a: y\n'],
    ['quotes a text that is not one', 'a: x\n', map([['a', value('1')]]), 'a: "1"\n'],
    [
      'adds a key behind the one before it',
      'a: 1\nz: 2\n',
      map([
        ['a', keep()],
        ['b', value(1)],
      ]),
      'a: 1\nb: 1\nz: 2\n',
    ],
    [
      'adds a key ahead of the one behind it',
      'y: 0\nb: 1\n',
      map([
        ['a', value(1)],
        ['b', keep()],
      ]),
      'y: 0\na: 1\nb: 1\n',
    ],
    ['adds a key at the end', 'y: 0\n', map([['a', value(1)]]), 'y: 0\na: 1\n'],
    ['makes the maps on the way', 'y: 0\n', map([['a', map([['b', value(1)]])]]), 'y: 0\na:\n  b: 1\n'],
    ['makes no map for what is implied', 'y: 0\n', map([['a', map([['b', implied('x')]])]]), 'y: 0\n'],
    [
      'says what is implied in a map that it makes',
      'y: 0\n',
      map([
        [
          'a',
          map([
            ['b', implied('x')],
            ['c', value(1)],
          ]),
        ],
      ]),
      'y: 0\na:\n  b: x\n  c: 1\n',
    ],
    ['removes a key', 'a: 1\nb: 2\n', map([['a', remove]]), 'b: 2\n'],
    ['removes a key without a value', 'a:\nb: 2\n', map([['a', remove]]), 'b: 2\n'],
    [
      'removes the parents that become empty',
      'a:\n  b:\n    c: 1\nd: 2\n',
      map([['a', map([['b', map([['c', remove]])]])]]),
      'd: 2\n',
    ],
    ['leaves an empty map that it finds', 'a: {}\n', map([['a', map([['b', remove]])]]), 'a: {}\n'],
    [
      'leaves what is no map while there is nothing to say',
      'a: [1]\n',
      map([['a', map([['b', remove]])]]),
      'a: [ 1 ]\n',
    ],
    [
      'replaces what is no map, and keeps its comment',
      'a: # why\n',
      map([['a', map([['b', value(1)]])]]),
      'a:\n  # why\n  b: 1\n',
    ],
    [
      'hands the comments of a removed key to the next',
      '# first\na: 1 # one\nb: 2\n',
      map([['a', remove]]),
      '# first\n# one\nb: 2\n',
    ],
    [
      'hands the comments of the last key to the map',
      'x: 0\nm:\n  b: 2\n  # first\n  a: 1 # one\n',
      map([['m', map([['a', remove]])]]),
      'x: 0\nm:\n  b: 2\n  # first\n  # one\n',
    ],
    [
      'keeps a flow map one',
      'a: {x: 1, b: 2}\n',
      map([['a', map([['b', value(3)]])]]),
      'a: { x: 1, b: 3 }\n',
    ],
    ['reorders a list', 'l:\n- a\n- b\n', map([['l', list([1, keep()], [0, keep()])]]), 'l:\n- b\n- a\n'],
    [
      'adds to a list',
      'l:\n- a # one\n',
      map([['l', list([0, keep()], [null, value('b')])]]),
      'l:\n- a # one\n- b\n',
    ],
    ['makes a list', 'y: 0\n', map([['l', list([null, map([['a', value(1)]])])]]), 'y: 0\nl:\n- a: 1\n'],
    [
      'makes no item of an untouched row',
      'y: 0\n',
      map([['l', list([null, map([['a', remove]])])]]),
      'y: 0\n',
    ],
    [
      'drops an item that becomes empty',
      'l:\n- a: 1\n- b: 1\n',
      map([['l', list([0, map([['a', remove]])], [1, keep()])]]),
      'l:\n- b: 1\n',
    ],
    ['drops a list that becomes empty', 'l:\n- a\ny: 0\n', map([['l', list()]]), 'y: 0\n'],
    [
      'keeps the comment behind an item that goes: it may speak of the next one',
      'l:\n- a: 1\n  # about b\n- b: 1\n',
      map([['l', list([1, keep()])]]),
      'l:\n- b: 1\n# about b\n',
    ],
  ])('%s', (_, before, edit, expected) => {
    expect(after(before, edit)).toBe(expected);
  });

  it('returns the same node where nothing changes, and shares what stays', () => {
    const document = parseDocument('a:\n  b: 1\nc:\n  d: 2\n');
    const root = document.contents;
    expect(
      applyEdit(
        root,
        map([
          [
            'a',
            map([
              ['b', keep()],
              ['x', remove],
            ]),
          ],
        ]),
        document.schema,
      ),
    ).toBe(root);
    const changed = applyEdit(root, map([['a', map([['b', value(2)]])]]), document.schema);
    expect(changed).not.toBe(root);
    expect(document.toString()).toBe('a:\n  b: 1\nc:\n  d: 2\n');
    expect((changed as typeof root & { get: (key: string) => unknown }).get('c')).toBe(document.get('c'));
  });
});
