import { describe, expect, it } from 'vitest';
import { testPool, testView } from '../test-cluster.ts';
import type { Draft } from '../workload/draft.ts';
import { allFindings } from './all-findings.ts';
import { findingsChecker } from './findings-checker.ts';
import { rules } from './rules/all-rules.ts';
import { nicOn, pools, soundDraft } from './rules/rule-table.ts';
import { withSameParts } from './same-parts.ts';

/** Each case of the rule tables, one after another, as one draft that changes wildly. */
const story = Object.values(rules).flatMap(({ fires, silent }) =>
  [...fires, ...silent].map(({ change, view = testView() }) => {
    const draft = soundDraft();
    change(draft);
    return { draft, view };
  }),
);

describe('findingsChecker', () => {
  it('finds in every case of the rule tables what allFindings does, whatever was before', () => {
    const check = findingsChecker();
    for (const { draft, view } of story) expect(check(draft, view)).toEqual(allFindings(draft, view));
    for (const { draft, view } of story.toReversed()) {
      expect(check(draft, view)).toEqual(allFindings(draft, view));
    }
  });

  it('sees a part of the cluster change under a draft that stays', () => {
    const check = findingsChecker();
    const draft = withPool('p-1');
    const view = testView({ pools: [testPool('p-1')] });
    expect(check(draft, view)).toEqual([]);
    const off = { ...view, pools: testView({ pools: [testPool('p-1', { disable: true })] }).pools };
    expect(check(draft, off).map(({ code }) => code)).toEqual(['nic.poolRefused']);
    expect(check(draft, view)).toEqual([]);
  });

  it('answers an equal question with the same list', () => {
    const check = findingsChecker();
    const view = testView({ pools: [testPool('p-1', { disable: true })] });
    const first = check(withPool('p-1'), view);
    expect(first).toHaveLength(1);
    expect(check(structuredClone(withPool('p-1')), view)).toBe(first);
  });

  it('keeps the findings of checks that looked at nothing that changed', () => {
    const check = findingsChecker();
    const view = testView({ pools: [testPool('p-1', { disable: true })] });
    const [before] = check(withPool('p-1'), view);
    const draft = withPool('p-1');
    draft.basics.description = 'x'.repeat(600);
    const after = check(draft, view);
    expect(after.map(({ code }) => code)).toEqual(['description.tooLong', 'nic.poolRefused']);
    expect(after[1]).toBe(before);
  });
});

describe('withSameParts', () => {
  it('shares what is equal', () => {
    const before = { a: { b: [1, 2] }, c: [{ d: 'x' }, { d: 'y' }] };
    const after = withSameParts(before, { a: { b: [1, 2] }, c: [{ d: 'x' }, { d: 'z' }] });
    expect(after).toEqual({ a: { b: [1, 2] }, c: [{ d: 'x' }, { d: 'z' }] });
    expect(after.a).toBe(before.a);
    expect(after.c[0]).toBe(before.c[0]);
  });

  it.each([
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [[1, 2], [1]],
    [[1], [1, 2]],
    [{ a: undefined }, { b: undefined }],
  ])('tells %j from %j', (before, after) => {
    expect(withSameParts<unknown>(before, after)).toEqual(after);
  });
});

function withPool(name: string): Draft {
  const draft = soundDraft();
  draft.network.source = 'pools';
  draft.network.nics = [nicOn('macvlan', pools([name]))];
  return draft;
}
