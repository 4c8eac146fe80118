import { describe, expect, it } from 'vitest';
import type { Finding } from '../../domain/checks/finding.ts';
import { errorsUnder, isShown, problemsByField, type Problem, type Progress } from './shown-problems.ts';

function finding(path: string, severity: Finding['severity'] = 'error'): Finding {
  return { code: 'name.required', severity, path, params: {} };
}

const untouched: Progress = { revealed: new Set(), touched: {}, dirty: {} };

describe('isShown', () => {
  it('keeps the errors of an empty form quiet', () => {
    expect(isShown(finding('basics.name'), untouched)).toBe(false);
  });

  it('shows an error of a field that was edited and left', () => {
    const touched = { basics: { name: true } };
    expect(isShown(finding('basics.name'), { ...untouched, touched })).toBe(false);
    expect(isShown(finding('basics.name'), { ...untouched, dirty: touched })).toBe(false);
    expect(isShown(finding('basics.name'), { ...untouched, touched, dirty: touched })).toBe(true);
  });

  it('shows every error of a step that was tried, and of no other', () => {
    const progress: Progress = { ...untouched, revealed: new Set(['containers']) };
    expect(isShown(finding('containers.0.image'), progress)).toBe(true);
    expect(isShown(finding('basics.name'), progress)).toBe(false);
  });

  it('shows warnings at once and never notes', () => {
    expect(isShown(finding('network.nics.0', 'warning'), untouched)).toBe(true);
    expect(isShown(finding('network.nics.0', 'note'), untouched)).toBe(false);
  });
});

describe('problems', () => {
  const problems: Problem[] = [
    { path: 'containers.0.image', severity: 'warning', text: 'untagged' },
    { path: 'containers.0.image', severity: 'error', text: 'wrong' },
    { path: 'containers.0.image', severity: 'error', text: 'also wrong' },
    { path: 'containers.10.name', severity: 'error', text: 'empty' },
  ];

  it('gives a field its gravest, first problem', () => {
    expect(problemsByField(problems).get('containers.0.image')).toEqual({ severity: 'error', text: 'wrong' });
  });

  it.each([
    ['containers', 3],
    ['containers.0', 2],
    ['containers.1', 0],
    ['containers.10.', 1],
    ['service', 0],
  ])('counts the errors under %s: %i', (prefix, count) => {
    expect(errorsUnder(problems, prefix)).toBe(count);
  });
});
