import { describe, expect, expectTypeOf, it } from 'vitest';
import type { FieldName } from '../../domain/checks/field-name.ts';
import type { FindingCode } from '../../domain/checks/finding-code.ts';
import { createTranslate } from '../i18n.ts';
import { findingTexts } from './findings.ts';

type Expected = `finding.${FindingCode}` | `finding.field.${FieldName}`;

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
}

describe('findingTexts', () => {
  it('has a text for each code and each field name, and none besides (checked when types are)', () => {
    expectTypeOf<keyof typeof findingTexts>().toEqualTypeOf<Expected>();
  });

  it.each(Object.entries(findingTexts))('%s says the same in both languages', (_, text) => {
    expect(placeholders(text.en)).toEqual(placeholders(text.zh));
    expect(text.en).not.toBe('');
    expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  it.each([
    ['en-US', 'Replicas: enter a whole number from 0 to 9.'],
    ['zh-CN', '副本数：请输入 0 到 9 之间的整数。'],
  ] as const)('names the field of a shared rule in %s', (language, expected) => {
    expect(createTranslate(language)('finding.integer.range', { field: 'replicas', min: 0, max: 9 })).toBe(
      expected,
    );
  });
});
