import { DEFAULT_ROUTE_NIC, IP_POOL, IP_POOLS, SUBNET, SUBNETS } from '../spiderpool/annotation-keys.ts';
import type { AnnotationProblem } from '../spiderpool/annotation-problem.ts';
import type { Finding, Severity } from './finding.ts';
import { error, note, warning } from './report.ts';

const addressKeys: readonly string[] = [SUBNETS, SUBNET, IP_POOLS, IP_POOL];
const reports = { error, warning, note } as const;

/** A problem of the annotations as a finding. */
export function readingFinding(problem: AnnotationProblem): Finding {
  const { key, code, detail } = problem;
  return reports[severityOf(problem)](`reading.${code}`, 'network.source', { key, detail });
}

/** An error where Spiderpool or Multus refuse the Pod; a note where it is the same thing in other words. */
function severityOf({ key, code }: AnnotationProblem): Severity {
  switch (code) {
    case 'badJson':
    case 'emptyList':
    case 'duplicateInterface':
    case 'mixedInterfaces':
    case 'emptyItem':
    case 'emptyName':
    case 'duplicateSubnet':
    case 'badNumber':
    case 'negativeNumber':
    case 'badBoolean':
    case 'badRoute':
    case 'badNetworks':
      return 'error';
    case 'unknownInterface':
      // The pool of a subnet is made, and nobody asks for it.
      return key === IP_POOLS || key === DEFAULT_ROUTE_NIC ? 'error' : 'warning';
    case 'noInterface':
    case 'extraSubnet':
    case 'interfaceIgnored':
    case 'unusedPools':
    case 'shadowed':
      return 'warning';
    case 'unnamedItems':
    case 'singularForm':
    case 'extraFields':
      return 'note';
  }
}

/** What a draft says in full is checked again there: the finding that names the field says it better. */
const saidByRules: Readonly<Record<string, readonly Finding['code'][]>> = {
  'reading.duplicateSubnet': ['nic.sameSubnet'],
  'reading.badRoute': ['route.destination', 'route.gateway', 'route.families'],
  'reading.badNumber': ['integer.range'],
  'reading.negativeNumber': ['integer.range'],
};

/** What cannot be read says nothing of the NICs: that they lack addresses would only be an echo of it. */
export function withoutEchoes(
  found: readonly Finding[],
  problems: readonly AnnotationProblem[],
): readonly Finding[] {
  if (!problems.some(({ key, code }) => code === 'badJson' && addressKeys.includes(key))) return found;
  return found.filter(({ code }) => code !== 'nic.subnetRequired' && code !== 'nic.poolRequired');
}

/**
 * What reading the annotations found and the rules do not say.
 * @param found what the rules say of the same draft
 */
export function readingFindings(
  problems: readonly AnnotationProblem[],
  found: readonly Finding[],
): readonly Finding[] {
  const codes = new Set(found.filter(({ path }) => path.startsWith('network.')).map(({ code }) => code));
  const noNetworks = problems.some(({ code }) => code === 'badNetworks');
  return problems
    .filter(({ code }) => !(noNetworks && code === 'unknownInterface'))
    .map(readingFinding)
    .filter(({ code }) => !(saidByRules[code] ?? []).some((other) => codes.has(other)));
}
