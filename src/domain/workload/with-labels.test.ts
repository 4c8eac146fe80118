import { describe, expect, it } from 'vitest';
import { withLabels } from './with-labels.ts';

describe('withLabels', () => {
  it('adds what is missing and changes what differs', () => {
    const rows = [
      { key: 'zone', value: 'a' },
      { key: 'disk', value: 'ssd' },
    ];
    expect(withLabels(rows, { zone: 'b', rack: '7' })).toEqual([
      { key: 'zone', value: 'b' },
      { key: 'disk', value: 'ssd' },
      { key: 'rack', value: '7' },
    ]);
  });
});
