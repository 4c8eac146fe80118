import { describe, expect, it } from 'vitest';
import { templateHash } from './template-hash.ts';

describe('the hash of a template', () => {
  it('does not depend on the order of keys, but on everything else', () => {
    const hash = templateHash({ labels: { a: '1', b: '2' }, list: [1, 2] });
    expect(templateHash({ list: [1, 2], labels: { b: '2', a: '1' } })).toBe(hash);
    expect(templateHash({ labels: { a: '1', b: '2' }, list: [1, 2], gone: undefined })).toBe(hash);
    expect(templateHash({ labels: { a: '1', b: '3' }, list: [1, 2] })).not.toBe(hash);
    expect(templateHash({ labels: { a: '1', b: '2' }, list: [2, 1] })).not.toBe(hash);
    expect(templateHash({ labels: { a: '1', b: '2' }, list: [1, 2] }, 1)).not.toBe(hash);
    expect(hash).toMatch(/^[bcdfghjklmnpqrstvwxz2456789]{1,10}$/);
  });
});
