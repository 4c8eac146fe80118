import type { Finding, Severity } from './finding.ts';
import { steps, stepOf } from './steps.ts';

/** The names in a field path, in the order in which the screens show them. Fields of one parent never contradict it. */
const shown = `
  basics containers service network dns upgrade scheduling metadata
  source elastic keepPool eth0 nics routes deviceResources
  attachment interfaceName subnets pools ipv4 ipv6 cleanGateway defaultRoute
  destination gateway enabled name namespace replicas description image pullPolicy
  resources cpuRequest cpuLimit memoryRequest memoryLimit extended count command args
  access externalName selector labels ports containerPort env object fieldPath
  sessionAffinity sessionTimeout externalTrafficPolicy
  probes liveness readiness startup method path port targetPort nodePort scheme
  initialDelaySeconds timeoutSeconds periodSeconds successThreshold failureThreshold
  annotations podLabels podAnnotations pullSecrets
  policy nameservers searches options hostAliases ip hostnames
  strategy maxUnavailable maxSurge revisionHistoryLimit minReadySeconds
  progressDeadlineSeconds terminationGracePeriodSeconds nodeSelector tolerations
  key operator value effect tolerationSeconds
`
  .trim()
  .split(/\s+/);

const ranks: ReadonlyMap<string, number> = new Map(shown.map((name, index) => [name, index]));
const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** Findings by step, then by field; at one field by severity, then as the checks gave them. */
export function inFieldOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .map((finding) => ({ finding, rank: rankOf(finding) }))
    .toSorted((a, b) => compareRanks(a.rank, b.rank))
    .map(({ finding }) => finding);
}

function rankOf({ path, severity }: Finding): readonly number[] {
  const fields = path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : (ranks.get(part) ?? shown.length)));
  return [steps.indexOf(stepOf(path)), ...fields, -1, severities.indexOf(severity)];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
