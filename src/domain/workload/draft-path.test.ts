import { describe, expect, it } from 'vitest';
import { changedFields, fieldAt, textAtField, withField, withoutRow } from './draft-path.ts';
import { emptyNic, newDraft } from './new-draft.ts';

const draft = newDraft({ namespace: 'default' });
draft.network.nics = [emptyNic(), { ...emptyNic(), pools: { ipv4: ['a', 'b'], ipv6: [] } }];
draft.metadata.labels = [
  { key: 'a', value: '1' },
  { key: 'b', value: '2' },
];

describe('fieldAt', () => {
  it.each([
    ['basics.namespace', 'default'],
    ['network.nics.1.pools.ipv4', ['a', 'b']],
    ['metadata.labels.1.key', 'b'],
    ['metadata.labels.9.key', undefined],
    ['no.such.field', undefined],
    ['basics.toString', undefined],
  ])('%s', (path, expected) => {
    expect(fieldAt(draft, path)).toEqual(expected);
  });

  it('has no text where there is none', () => {
    expect(textAtField(draft, 'network.nics')).toBe('');
  });
});

describe('withField', () => {
  it('changes one field and shares the rest', () => {
    const after = withField(draft, 'network.nics.1.attachment', 'a/b');
    expect(fieldAt(after, 'network.nics.1.attachment')).toBe('a/b');
    expect(after.network.nics[0]).toBe(draft.network.nics[0]);
    expect(after.metadata).toBe(draft.metadata);
    expect(changedFields(draft, after)).toEqual([{ path: 'network.nics.1.attachment', value: 'a/b' }]);
  });

  it('changes nothing where there is no such row', () => {
    expect(changedFields(draft, withField(draft, 'metadata.labels.7.key', 'x'))).toEqual([]);
  });
});

describe('withoutRow', () => {
  it('takes the row away that the field is in', () => {
    const after = withoutRow(draft, 'metadata.labels.0.key');
    expect(after.metadata.labels).toEqual([{ key: 'b', value: '2' }]);
    expect(changedFields(draft, after)).toEqual([{ path: 'metadata.labels', value: after.metadata.labels }]);
  });

  it('leaves a field that is in no row', () => {
    expect(withoutRow(draft, 'basics.name')).toBe(draft);
  });
});

describe('changedFields', () => {
  it('takes a list of texts as one field', () => {
    const after = withField(draft, 'network.nics.1.pools.ipv4', ['a', 'c']);
    expect(changedFields(draft, after)).toEqual([{ path: 'network.nics.1.pools.ipv4', value: ['a', 'c'] }]);
  });

  it('finds nothing in an equal copy', () => {
    expect(changedFields(draft, structuredClone(draft))).toEqual([]);
  });
});
