import type { Draft, UpgradeDraft } from '../workload/draft.ts';
import { parseCountOrPercent, rolloutOf, type CountOrPercent } from '../workload/rollout.ts';
import type { FieldName } from './field-name.ts';
import type { Finding } from './finding.ts';
import { checkInteger } from './integer.ts';
import { error, warning, when } from './report.ts';
import { integerIn, MAX_INT32 } from './syntax.ts';

/** The console's bound of the grace period. */
const MAX_GRACE = 9999;

/** A count or a percentage each; of the unavailable Pods at most 100% (`ValidateRollingUpdateDeployment`). */
export function checkRollingNumbers({ upgrade }: Draft): readonly Finding[] {
  if (upgrade.strategy === 'Recreate') return [];
  const unavailable = numberOf(upgrade.maxUnavailable);
  const tooHigh = unavailable?.kind === 'percent' && unavailable.value > 100;
  return [
    ...checkNumber(upgrade, 'maxUnavailable'),
    ...when(tooHigh, error('upgrade.percentAbove100', 'upgrade.maxUnavailable')),
    ...checkNumber(upgrade, 'maxSurge'),
    ...when(
      isZero(unavailable) && isZero(numberOf(upgrade.maxSurge)),
      error('upgrade.bothZero', 'upgrade.maxUnavailable'),
    ),
  ];
}

function checkNumber(
  upgrade: UpgradeDraft,
  field: 'maxSurge' | ('maxUnavailable' & FieldName),
): readonly Finding[] {
  const number = numberOf(upgrade[field]);
  const bad =
    upgrade[field] !== '' && (number === null || (number.kind === 'count' && number.value > MAX_INT32));
  return when(bad, error('upgrade.countOrPercent', `upgrade.${field}`, { field }));
}

function numberOf(text: string): CountOrPercent | null {
  const number = parseCountOrPercent(text);
  return number.ok ? number.value : null;
}

function isZero(number: CountOrPercent | null): boolean {
  return number?.value === 0;
}

/** A rolling update that may end every Pod at once is an outage. */
export function checkOutage({ basics, upgrade }: Draft): readonly Finding[] {
  if (upgrade.strategy === 'Recreate' || !integerIn(basics.replicas, 1, MAX_INT32)) return [];
  const replicas = Number(basics.replicas);
  const rollout = rolloutOf(replicas, upgrade);
  const all =
    rollout.ok && numberOf(upgrade.maxUnavailable) !== null && rollout.value.unavailable >= replicas;
  return when(all, warning('upgrade.allUnavailable', 'upgrade.maxUnavailable', { replicas }));
}

/** The other numbers of the Deployment (`ValidateDeploymentSpec`). */
export function checkUpgradeTimes({ upgrade }: Draft): readonly Finding[] {
  const late = Number(upgrade.progressDeadlineSeconds) <= Number(upgrade.minReadySeconds);
  const both = [upgrade.progressDeadlineSeconds, upgrade.minReadySeconds].every((text) =>
    integerIn(text, 0, MAX_INT32),
  );
  return [
    ...integerField(upgrade, 'revisionHistoryLimit', 0),
    ...integerField(upgrade, 'minReadySeconds', 0),
    ...integerField(upgrade, 'progressDeadlineSeconds', 1),
    ...when(
      both && late && upgrade.progressDeadlineSeconds !== '0',
      error('upgrade.deadline', 'upgrade.progressDeadlineSeconds', { seconds: upgrade.minReadySeconds }),
    ),
    ...integerField(upgrade, 'terminationGracePeriodSeconds', 0, MAX_GRACE),
  ];
}

function integerField(
  upgrade: UpgradeDraft,
  field:
    'revisionHistoryLimit' | 'minReadySeconds' | 'progressDeadlineSeconds' | 'terminationGracePeriodSeconds',
  min: number,
  max = MAX_INT32,
): readonly Finding[] {
  return checkInteger(upgrade[field], `upgrade.${field}`, { field, min, max });
}
