import { asksForSubnets } from '../../workload/asks-for-subnets.ts';
import { at } from '../../workload/manifest/plain.ts';
import type { WorkloadReading } from '../../workload/read-workload.ts';
import type { WorkloadKind } from '../../workload/workload-kind.ts';
import type { Finding } from '../finding.ts';
import { error } from '../report.ts';
import { isDnsLabel, isDnsSubdomain } from '../syntax.ts';
import type { ManifestFinding } from './placed-finding.ts';

/** The longest value of a label: the pools bear the name of their workload on one. */
const MAX_LABEL_VALUE = 63;

/**
 * The name of a workload, by the rule of its kind and not by that of the form, which is narrower; one finding at most.
 * First what Kubernetes makes of it, then what a fixed pool needs: a label with the name of its workload (R10, domain
 * reference 4.2).
 */
export function checkWorkloadName({ workload, draft }: WorkloadReading): readonly ManifestFinding[] {
  const { kind, identity } = workload;
  const { name } = identity;
  if (name === '') return [];
  const found =
    refusedName(name, kind, identity.kind) ?? unfitForPools(name, kind, asksForSubnets(draft.network));
  return found === undefined ? [] : [{ ...found, keys: ['metadata', 'name'] }];
}

/** The rule of the kind: `WorkloadKind.name` says where it comes from. */
function refusedName(name: string, { name: rule }: WorkloadKind, kind: string): Finding | undefined {
  const path = 'basics.name';
  if (rule.syntax === 'label' && !isDnsLabel(name)) return error('name.syntax', path);
  if (!isDnsSubdomain(name)) return error('manifest.nameSyntax', path, { kind });
  return name.length > rule.max ? error('manifest.nameLength', path, { kind, max: rule.max }) : undefined;
}

function unfitForPools(name: string, { fixedPools }: WorkloadKind, asks: boolean): Finding | undefined {
  if (!asks || name.length <= MAX_LABEL_VALUE || fixedPools === 'noController') return undefined;
  return error('manifest.nameTooLong', 'basics.name', { max: MAX_LABEL_VALUE });
}

/** What the form's own rules say of a name is not true of a manifest: the kind has its rule, and a generated name is not there yet. */
export function isFormsRuleOfNames({ object }: WorkloadReading, { code }: Finding): boolean {
  if (code === 'name.syntax') return true;
  return code === 'name.required' && at(object.plain, 'metadata', 'generateName') !== undefined;
}
