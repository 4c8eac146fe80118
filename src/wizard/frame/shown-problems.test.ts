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

  it('shows warnings and notes at once', () => {
    expect(isShown(finding('network.nics.0', 'warning'), untouched)).toBe(true);
    expect(isShown(finding('network.nics.0', 'note'), untouched)).toBe(true);
  });
});

describe('problems', () => {
  const problems: Problem[] = [
    { path: 'containers.0.image', severity: 'warning', text: 'untagged' },
    { path: 'containers.0.image', severity: 'error', text: 'wrong' },
    { path: 'containers.0.image', severity: 'error', text: 'also wrong' },
    { path: 'containers.10.name', severity: 'error', text: 'empty' },
  ];

  it('gives a field its gravest, first problem, and no note', () => {
    const noted: Problem[] = [{ path: 'basics.name', severity: 'note', text: 'by the way' }];
    const byField = problemsByField([...problems, ...noted], () => undefined);
    expect(byField.get('containers.0.image')).toEqual({ severity: 'error', text: 'wrong' });
    expect(byField.has('basics.name')).toBe(false);
  });

  it('gives a field the fix of its problem', () => {
    const ended: Finding[] = [];
    const broken = finding('basics.name');
    const mendable: Problem = {
      path: 'basics.name',
      severity: 'error',
      text: 'wrong',
      finding: broken,
      fix: 'Name it a',
    };
    const fix = problemsByField([mendable], (each) => ended.push(each)).get('basics.name')?.fix;
    expect(fix?.text).toBe('Name it a');
    fix?.apply();
    expect(ended).toEqual([broken]);
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
