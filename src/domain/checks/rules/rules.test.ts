import { describe, expect, it } from 'vitest';
import { findingTexts } from '../../../i18n/texts/findings.ts';
import { testView } from '../../test-cluster.ts';
import { allFindings } from '../all-findings.ts';
import type { Finding } from '../finding.ts';
import { rules } from './all-rules.ts';
import { type Case, soundDraft } from './rule-table.ts';

function findingsOf(code: string, { change, view = testView() }: Case): readonly Finding[] {
  const draft = soundDraft();
  change(draft);
  return allFindings(draft, view).filter((finding) => finding.code === code);
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');
}

describe.each(Object.entries(rules))('%s', (code, { severity, fires, silent }) => {
  it.each(fires.map((each, index) => ({ ...each, index })))('speaks of case $index at $at', (each) => {
    const found = findingsOf(code, each);
    expect(found).toContainEqual(
      expect.objectContaining({ path: each.at, params: expect.objectContaining(each.params ?? {}) }),
    );
    for (const finding of found) {
      expect(finding.severity).toBe(severity);
      const { en } = findingTexts[`finding.${finding.code}`];
      expect(Object.keys(finding.params)).toEqual(expect.arrayContaining(placeholders(en)));
    }
  });

  it.each(silent.map((each, index) => ({ ...each, index })))('lets case $index pass', (each) => {
    expect(findingsOf(code, each)).toEqual([]);
  });
});

it('finds nothing in a sound draft', () => {
  expect(allFindings(soundDraft(), testView())).toEqual([]);
});
