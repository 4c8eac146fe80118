import type { ContainerDraft } from '../../workload/draft.ts';
import type { Change } from './rule-table.ts';

/** A change of the first container. */
export function first(change: (container: ContainerDraft) => unknown): Change {
  return ({ containers }) => containers.slice(0, 1).forEach(change);
}
