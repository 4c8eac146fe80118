import { describe, expect, it } from 'vitest';
import { tolerates, untoleratedTaint } from './toleration.ts';

const taint = { key: 'gpu', value: 'yes', effect: 'NoSchedule' };

describe('a toleration', () => {
  it.each([
    { toleration: { key: 'gpu', operator: 'Equal', value: 'yes', effect: 'NoSchedule' }, tolerated: true },
    { toleration: { key: 'gpu', value: 'yes' }, tolerated: true },
    { toleration: { key: 'gpu', value: 'no' }, tolerated: false },
    { toleration: { key: 'gpu' }, tolerated: false },
    { toleration: { key: 'gpu', operator: 'Exists' }, tolerated: true },
    { toleration: { key: 'gpu', operator: 'Exists', effect: 'NoExecute' }, tolerated: false },
    { toleration: { key: 'cpu', operator: 'Exists' }, tolerated: false },
    { toleration: { operator: 'Exists' }, tolerated: true },
    { toleration: { operator: 'Exists', effect: 'NoSchedule' }, tolerated: true },
    { toleration: { key: 'gpu', operator: 'In', value: 'yes' }, tolerated: false },
  ])('$toleration: $tolerated', ({ toleration, tolerated }) => {
    expect(tolerates(toleration, taint)).toBe(tolerated);
  });
});

describe('untolerated taints', () => {
  it('are looked for among the effects that matter', () => {
    const taints = [
      { key: 'soft', effect: 'PreferNoSchedule' },
      taint,
      { key: 'other', effect: 'NoExecute' },
    ];
    expect(untoleratedTaint(taints, [], ['NoSchedule', 'NoExecute'])).toBe(taint);
    expect(untoleratedTaint(taints, [{ key: 'gpu', operator: 'Exists' }], ['NoSchedule'])).toBeUndefined();
    expect(untoleratedTaint(undefined, [], ['NoSchedule'])).toBeUndefined();
  });
});
