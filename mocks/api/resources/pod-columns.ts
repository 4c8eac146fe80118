import type { Pod } from 'kubernetes-types/core/v1';
import { ageColumn, column, nameColumn } from '../print/columns.ts';
import type { Printed } from '../print/columns.ts';
import type { Column } from '../resource-type.ts';
import { podSummary } from './pod-status.ts';

const summary = (pod: Printed<Pod>, now: number) =>
  podSummary(pod, pod.metadata.deletionTimestamp !== undefined, now);

function readinessGates(pod: Pod): string {
  const gates = pod.spec?.readinessGates ?? [];
  if (gates.length === 0) return '<none>';
  const open = gates.filter(({ conditionType }) =>
    pod.status?.conditions?.some(({ type, status }) => type === conditionType && status === 'True'),
  );
  return `${open.length}/${gates.length}`;
}

/** What `kubectl get pods` prints. */
export const podColumns: readonly Column[] = [
  nameColumn,
  column<Pod>('Ready', 'string', (pod, now) => summary(pod, now).ready),
  column<Pod>('Status', 'string', (pod, now) => summary(pod, now).status),
  column<Pod>('Restarts', 'string', (pod, now) => summary(pod, now).restarts),
  ageColumn,
  column<Pod>('IP', 'string', (pod) => pod.status?.podIPs?.[0]?.ip ?? pod.status?.podIP ?? '<none>', 1),
  column<Pod>('Node', 'string', (pod) => pod.spec?.nodeName ?? '<none>', 1),
  column<Pod>('Nominated Node', 'string', (pod) => pod.status?.nominatedNodeName ?? '<none>', 1),
  column<Pod>('Readiness Gates', 'string', readinessGates, 1),
];
