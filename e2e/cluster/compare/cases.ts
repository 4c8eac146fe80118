import { autoPoolCases } from './auto-pool-cases.ts';
import { caseObjects } from './case-objects.ts';
import type { CaseObjects } from './case-objects.ts';
import type { Change, ComparedCase } from './compared-case.ts';
import { eligibilityCases } from './eligibility-cases.ts';
import { poolCases } from './pool-cases.ts';
import { subnetCases } from './subnet-cases.ts';
import { webhookCases } from './webhook-cases.ts';

/** A fact of the domain reference that was read from code and not run, as the smallest cluster that shows it. */
export interface ToldCase extends Pick<
  ComparedCase,
  'id' | 'fact' | 'section' | 'leavesToChance' | 'notSimulated'
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
].map(({ steps, ...rest }, index) => ({ ...rest, steps: steps(caseObjects(rest.id, index + 1), rest.id) }));
