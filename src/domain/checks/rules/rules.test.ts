import { describe, expect, it } from 'vitest';
import { findingTexts } from '../../../i18n/texts/findings.ts';
import { testView } from '../../test-cluster.ts';
import { allFindings } from '../all-findings.ts';
import type { CheckCode } from '../finding-code.ts';
import type { Finding } from '../finding.ts';
import { addressSourceRules } from './address-source-rules.ts';
import { basicsRules } from './basics-rules.ts';
import { capacityRules } from './capacity-rules.ts';
import { containerRules } from './container-rules.ts';
import { dnsRules, upgradeRules } from './dns-and-upgrade-rules.ts';
import { environmentAndProbeRules } from './environment-and-probe-rules.ts';
import { metadataRules } from './metadata-rules.ts';
import { nicAddressRules } from './nic-address-rules.ts';
import { nicRules } from './nic-rules.ts';
import { routeRules } from './route-rules.ts';
import { type Case, type Rule, soundDraft } from './rule-table.ts';
import { serviceRules } from './service-rules.ts';

/** Every rule of the catalogue: a code without a case is a compile error. */
const rules: Readonly<Record<CheckCode, Rule>> = {
  ...basicsRules,
  ...containerRules,
  ...environmentAndProbeRules,
  ...serviceRules,
  ...metadataRules,
  ...dnsRules,
  ...upgradeRules,
  ...addressSourceRules,
  ...nicRules,
  ...nicAddressRules,
  ...routeRules,
  ...capacityRules,
};

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
