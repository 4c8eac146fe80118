import type { UpgradeDraft } from '../draft.ts';
import { newUpgrade } from '../new-draft.ts';
import { defaulted, type EditEntry, map, optional, removed } from './edit.ts';
import { at, textOf } from './plain.ts';
import { chosen, integer, oneOf } from './text-form.ts';

const strategies = ['RollingUpdate', 'Recreate'] as const;

/**
 * Where the strategy is Recreate, Kubernetes forbids the numbers of a rolling update; the form then holds the usual ones.
 * @param spec the plain spec of the Deployment
 */
export function readUpgrade(spec: unknown): UpgradeDraft {
  const rolling = at(spec, 'strategy', 'rollingUpdate');
  const strategy = chosen(at(spec, 'strategy', 'type'), strategies, 'RollingUpdate');
  const usual = newUpgrade();
  return {
    strategy,
    maxUnavailable: strategy === 'Recreate' ? usual.maxUnavailable : textOf(at(rolling, 'maxUnavailable')),
    maxSurge: strategy === 'Recreate' ? usual.maxSurge : textOf(at(rolling, 'maxSurge')),
    revisionHistoryLimit: textOf(at(spec, 'revisionHistoryLimit')),
    minReadySeconds: textOf(at(spec, 'minReadySeconds')),
    progressDeadlineSeconds: textOf(at(spec, 'progressDeadlineSeconds')),
    terminationGracePeriodSeconds: textOf(at(spec, 'template', 'spec', 'terminationGracePeriodSeconds')),
  };
}

/** The keys of the Deployment's own spec. */
export function upgradeEdits(spec: unknown, draft: UpgradeDraft): readonly EditEntry[] {
  const strategy = at(spec, 'strategy');
  const rolling = at(strategy, 'rollingUpdate');
  const numbers = map([
    optional(rolling, 'maxSurge', draft.maxSurge, 'upgrade.maxSurge', integer),
    optional(rolling, 'maxUnavailable', draft.maxUnavailable, 'upgrade.maxUnavailable', integer),
  ]);
  return [
    [
      'strategy',
      map([
        defaulted(strategy, 'type', draft.strategy, {
          absent: 'RollingUpdate',
          field: 'upgrade.strategy',
          form: oneOf(strategies),
        }),
        ...(draft.strategy === 'Recreate'
          ? removed('rollingUpdate')
          : [['rollingUpdate', numbers] satisfies EditEntry]),
      ]),
    ],
    optional(spec, 'minReadySeconds', draft.minReadySeconds, 'upgrade.minReadySeconds', integer),
    optional(
      spec,
      'revisionHistoryLimit',
      draft.revisionHistoryLimit,
      'upgrade.revisionHistoryLimit',
      integer,
    ),
    optional(
      spec,
      'progressDeadlineSeconds',
      draft.progressDeadlineSeconds,
      'upgrade.progressDeadlineSeconds',
      integer,
    ),
  ];
}

/** The one key of the Pod spec. */
export function gracePeriodEdit(podSpec: unknown, draft: UpgradeDraft): EditEntry {
  const key = 'terminationGracePeriodSeconds';
  return optional(podSpec, key, draft.terminationGracePeriodSeconds, `upgrade.${key}`, integer);
}
