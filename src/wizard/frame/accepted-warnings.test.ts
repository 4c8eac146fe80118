import { describe, expect, it } from 'vitest';
import type { Finding } from '../../domain/checks/finding.ts';
import { areAccepted, hasNewWarning, warningsOf } from './accepted-warnings.ts';

function warning(path: string, params: Finding['params'] = {}): Finding {
  return { code: 'nic.poolIdle', severity: 'warning', path, params };
}

const one = warning('network.nics.0.pools.ipv4', { name: 'a', nodes: 'w1' });
const other = warning('network.nics.0.pools.ipv4', { name: 'b' });
const asked = warningsOf([one, other]);

describe('accepted warnings', () => {
  it('are asked about once', () => {
    expect(hasNewWarning([one], new Set())).toBe(true);
    expect(hasNewWarning([one, other], asked)).toBe(false);
    expect(areAccepted([one, other], asked)).toBe(true);
  });

  it('are no new question when one goes away, or a number in one changes', () => {
    expect(hasNewWarning([one], asked)).toBe(false);
    expect(hasNewWarning([{ ...one, params: { name: 'a', nodes: 'w2' } }], asked)).toBe(false);
  });

  it('are asked about again when one is new: another pool, another field', () => {
    expect(hasNewWarning([one, warning('network.nics.0.pools.ipv4', { name: 'c' })], asked)).toBe(true);
    expect(hasNewWarning([warning('network.nics.1.pools.ipv4', { name: 'a' })], asked)).toBe(true);
  });

  it('leaves errors and notes aside, and accepts nothing where there is nothing', () => {
    expect(
      hasNewWarning(
        [
          { ...one, severity: 'note' },
          { ...one, severity: 'error' },
        ],
        new Set(),
      ),
    ).toBe(false);
    expect(areAccepted([], asked)).toBe(false);
  });
});
