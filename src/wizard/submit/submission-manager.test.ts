import { describe, expect, it } from 'vitest';
import { isMadeBy, newManager } from './submission-manager.ts';

describe('newManager', () => {
  it('is another each time, of characters that Kubernetes takes', () => {
    const managers = Array.from({ length: 200 }, newManager);
    expect(new Set(managers).size).toBe(200);
    for (const manager of managers) expect(manager).toMatch(/^podnic-[a-z0-9]{10}$/);
  });
});

describe('isMadeBy', () => {
  it.each([
    [[{ manager: 'kube-controller-manager' }, { manager: 'podnic-1' }], true],
    [[{ manager: 'podnic-2' }], false],
    [[], false],
    [undefined, false],
    ['podnic-1', false],
    [[null, 5], false],
  ])('with managedFields %j: %s', (managedFields, expected) => {
    const object = JSON.parse(JSON.stringify({ metadata: { managedFields } })) as object;
    expect(isMadeBy(object, 'podnic-1')).toBe(expected);
  });
});
