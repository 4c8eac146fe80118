import { appAffinity } from '../names.ts';
import type { LabelSelector } from '../resources/label-selector.ts';
import { isAutoPool } from '../resources/pool.ts';
import type { Pool } from '../resources/pool.ts';
import { invalidField, requiredField } from './denial.ts';
import type { FieldDenial } from './denial.ts';

const FIELD = 'spec.podAffinity';

/** `spec.podAffinity` is absent or says something; an auto-created pool's names its workload and nothing else. */
export function affinityRules(pool: Pool): FieldDenial[] {
  const selector = pool.podAffinity;
  if (selector === undefined) return [];
  return isAutoPool(pool) ? autoPoolRules(selector) : userRules(selector);
}

function autoPoolRules(selector: LabelSelector): FieldDenial[] {
  const known = new Set<string>(Object.values(appAffinity));
  const refuse = (what: string) =>
    invalidField(
      FIELD,
      { go: printSelector(selector) },
      `it's invalid to add additional podAffinity ${what} for auto-created SpiderIPPool`,
    );
  return [
    ...Object.keys(selector.matchLabels)
      .filter((key) => !known.has(key))
      .map(() => refuse('matchLabels')),
    ...(selector.matchExpressions.length > 0 ? [refuse('matchExpressions')] : []),
  ];
}

function userRules(selector: LabelSelector): FieldDenial[] {
  const denials = selector.matchExpressions.flatMap((expression, index) => {
    const path = `${FIELD}.matchExpressions[${index}]`;
    switch (expression.operator) {
      case 'In':
      case 'NotIn':
        return expression.values.length > 0
          ? []
          : [requiredField(`${path}.values`, "must be specified when `operator` is 'In' or 'NotIn'")];
      case 'Exists':
      case 'DoesNotExist':
        return expression.values.length === 0
          ? []
          : [
              {
                reason: 'FieldValueForbidden' as const,
                field: `${path}.values`,
                message: "Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
              },
            ];
      default:
        return [invalidField(`${path}.operator`, expression.operator, 'not a valid selector operator')];
    }
  });
  if (Object.keys(selector.matchLabels).length + selector.matchExpressions.length === 0) {
    denials.push(
      invalidField(FIELD, { go: printSelector(selector) }, 'empty podAffinity is invalid for SpiderIPPool'),
    );
  }
  return denials;
}

/** `%#v` of a `v1.LabelSelector`. */
function printSelector({ matchLabels, matchExpressions }: LabelSelector): string {
  const pairs = Object.entries(matchLabels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  const map = pairs.length === 0 ? 'map[string]string(nil)' : `map[string]string{${pairs.join(', ')}}`;
  const requirements = matchExpressions.map(({ key, operator, values }) => {
    const list =
      values.length === 0
        ? '[]string(nil)'
        : `[]string{${values.map((value) => JSON.stringify(value)).join(', ')}}`;
    return `v1.LabelSelectorRequirement{Key:${JSON.stringify(key)}, Operator:${JSON.stringify(operator)}, Values:${list}}`;
  });
  const expressions =
    requirements.length === 0
      ? '[]v1.LabelSelectorRequirement(nil)'
      : `[]v1.LabelSelectorRequirement{${requirements.join(', ')}}`;
  return `v1.LabelSelector{MatchLabels:${map}, MatchExpressions:${expressions}}`;
}
