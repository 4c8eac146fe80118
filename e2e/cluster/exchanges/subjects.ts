import { access } from './subjects/access.ts';
import { addresses } from './subjects/addresses.ts';
import { attachments } from './subjects/attachments.ts';
import { crud } from './subjects/crud.ts';
import { deletion } from './subjects/deletion.ts';
import { discovery } from './subjects/discovery.ts';
import { dryRun } from './subjects/dry-run.ts';
import { fieldValidation } from './subjects/field-validation.ts';
import { lists } from './subjects/lists.ts';
import { patches } from './subjects/patches.ts';
import { requests } from './subjects/requests.ts';
import { subresources } from './subjects/subresources.ts';
import { tables } from './subjects/tables.ts';
import { watches } from './subjects/watches.ts';
import { workloadRules } from './subjects/workload-rules.ts';
import type { Script } from './script.ts';

/** All exchanges, by what they are about. A subject is a file of scripts and a file of recordings. */
export const subjects: Readonly<Record<string, readonly Script[]>> = {
  access,
  addresses,
  attachments,
  crud,
  deletion,
  discovery,
  'dry-run': dryRun,
  'field-validation': fieldValidation,
  lists,
  patches,
  requests,
  subresources,
  tables,
  watches,
  'workload-rules': workloadRules,
};
