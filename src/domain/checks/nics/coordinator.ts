import { known } from '../../cluster-view.ts';
import { isSynced } from '../../spiderpool/coordinator.ts';
import type { ResolvedNic } from '../../spiderpool/resolve-nics.ts';
import type { Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { warning } from '../report.ts';

/**
 * Spiderpool's coordinator is ready (R21, domain reference 2.6): until then every NIC with a coordinator fails
 * (`failed to GetCoordinatorConfig`). It may be ready by the time of the Pods, so it does not block.
 */
export function checkCoordinator(_: Draft, { nics, view }: CheckContext): readonly Finding[] {
  const coordinators = known(view.coordinators);
  const [first, ...more] = nics.filter((nic) => coordinatorOf(nic) === true);
  if (coordinators === undefined || first === undefined) return [];
  const path = `${first.path}.attachment`;
  const names = [first, ...more].map(({ interfaceName }) => interfaceName).join(', ');
  if (coordinators.length === 0) return [warning('nic.coordinatorMissing', path, { nics: names })];
  const late = coordinators.find((coordinator) => !isSynced(coordinator));
  if (late === undefined) return [];
  const { name, phase, reason } = late;
  return [
    warning('nic.coordinatorNotReady', path, {
      nics: names,
      name,
      phase: phase === '' ? '-' : phase,
      reason: reason === '' ? '-' : reason,
    }),
  ];
}

/** Whether the NIC's attachment runs a coordinator; `undefined` where it cannot be read. */
export function coordinatorOf({ resolution }: ResolvedNic): boolean | undefined {
  if (resolution.state !== 'found') return undefined;
  const { config } = resolution.attachment;
  switch (config.kind) {
    case 'decoded':
      return config.coordinator;
    case 'file':
      return false;
    case 'unreadable':
      return undefined;
  }
}
