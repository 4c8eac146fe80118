import { autoPoolCases } from './auto-pool-cases.ts';
import { caseObjects } from './case-objects.ts';
import type { CaseObjects } from './case-objects.ts';
import type { Change, ComparedCase } from './compared-case.ts';
import { eligibilityCases } from './eligibility-cases.ts';
import { givenCases } from './given-cases.ts';
import { poolCases } from './pool-cases.ts';
import { ruleCases } from './rule-cases.ts';
import { subnetCases } from './subnet-cases.ts';
import { webhookCases } from './webhook-cases.ts';

/** A fact of the domain reference that was read from code and not run, as the smallest cluster that shows it. */
export interface ToldCase extends Pick<
  ComparedCase,
  'id' | 'fact' | 'section' | 'withoutChance' | 'notSimulated'
> {
  steps: (objects: CaseObjects, id: string) => readonly (readonly Change[])[];
}

/** All cases, each in networks of its own. */
export const comparedCases: readonly ComparedCase[] = [
  ...subnetCases,
  ...autoPoolCases,
  ...poolCases,
  ...eligibilityCases,
  ...webhookCases,
  ...ruleCases,
  ...givenCases,
].map(({ steps, ...rest }, index) => ({ ...rest, steps: steps(caseObjects(rest.id, index + 1), rest.id) }));

/** The cases whose name has a text in it; there may be none. */
export function casesNamed(text: string): readonly ComparedCase[] {
  return comparedCases.filter(({ id }) => id.includes(text));
}
