import { describe, expect, it } from 'vitest';
import type { Finding } from '../../domain/checks/finding.ts';
import { stepStates } from './step-states.ts';

function error(path: string): Finding {
  return { code: 'name.required', severity: 'error', path, params: {} };
}

describe('stepStates', () => {
  it('blocks what comes after the first step with an error, shown or not', () => {
    const states = stepStates('basics', [error('service.name'), error('containers.0.image')], [], new Set());
    expect(states.map(({ key, blockedBy }) => [key, blockedBy])).toEqual([
      ['basics', undefined],
      ['containers', undefined],
      ['service', 'containers'],
      ['advanced', 'containers'],
    ]);
  });

  it('blocks nothing when nothing is wrong', () => {
    expect(stepStates('basics', [], [], new Set()).every((state) => state.blockedBy === undefined)).toBe(
      true,
    );
  });

  it('is not stopped by warnings', () => {
    const findings: Finding[] = [{ ...error('basics.name'), severity: 'warning' }];
    expect(stepStates('basics', findings, [], new Set())[3]?.blockedBy).toBeUndefined();
  });

  it('marks what was visited, what has errors, and what was never seen', () => {
    const problems = [
      { path: 'network.nics.0.attachment', severity: 'error', text: '' },
      { path: 'dns.policy', severity: 'error', text: '' },
      { path: 'basics.name', severity: 'warning', text: '' },
    ] as const;
    const states = stepStates('containers', [], problems, new Set(['basics', 'containers', 'advanced']));
    expect(states.map(({ badge, errors, warnings }) => [badge, errors, warnings])).toEqual([
      ['warnings', 0, 1],
      ['done', 0, 0],
      ['untouched', 0, 0],
      ['errors', 2, 0],
    ]);
    expect(states.map(({ current }) => current)).toEqual([false, true, false, false]);
  });
});
