import { describe, expect, it } from 'vitest';
import { testView } from '../../test-cluster.ts';
import { allFindings } from '../all-findings.ts';
import type { CheckCode } from '../finding-code.ts';
import type { Finding } from '../finding.ts';
import { rules } from '../rules/all-rules.ts';
import { soundDraft } from '../rules/rule-table.ts';
import { fixers, fixOf } from './fix-of.ts';

/** Every firing case of the rule tables, with what is found there and the fix of it, where there is one. */
const cases = Object.entries(rules).flatMap(([code, { fires }]) =>
  fires.flatMap(({ change, view = testView(), at }, index) => {
    const draft = soundDraft();
    change(draft);
    const findings = allFindings(draft, view);
    const finding = findings.find((each) => each.code === code && each.path === at);
    const fix = finding && fixOf(finding, draft, view);
    return finding === undefined || fix === undefined
      ? []
      : [{ code, index, at, finding, fix, draft, view, findings }];
  }),
);

function errorsOf(findings: readonly Finding[]): readonly string[] {
  return findings.filter(({ severity }) => severity === 'error').map(({ code, path }) => `${code} ${path}`);
}

describe('every fix', () => {
  it.each(cases)('$code, case $index at $at: ends its finding and brings no new error', (each) => {
    const { code, at, finding, fix, view, findings } = each;
    const after = allFindings(fix.draft, view);
    const same = after.filter((left) => left.code === code && left.path === at);
    expect(same.filter(({ params }) => params['name'] === finding.params['name'])).toEqual([]);
    const before = errorsOf(findings);
    expect(errorsOf(after).filter((error) => !before.includes(error))).toEqual([]);
  });

  it.each(cases)('$code, case $index: leaves the draft as it was until it is applied', (each) => {
    const fresh = soundDraft();
    rules[each.code as CheckCode].fires[each.index]?.change(fresh);
    expect(each.draft).toEqual(fresh);
  });

  it('is tried: each code that has one has a case where it can be made', () => {
    const tried = new Set(cases.map(({ code }) => code));
    expect(Object.keys(fixers).filter((code) => !tried.has(code))).toEqual([]);
  });
});
