import type { ResolvedNic } from '../spiderpool/resolve-nics.ts';
import { failureWords } from './failure-words.ts';
import type { FailureWords } from './prediction.ts';

/** What is in the Pod's network namespace so far, as far as the coordinator looks at it. */
export interface NicsSoFar {
  readonly interfaces: readonly string[];
  /** The coordinator made `veth0`: eth0 is an underlay. */
  readonly hasVeth: boolean;
  /** Whether an interface that was added before has a default route. */
  readonly defaultRoute: Chance;
}

export type Chance = 'yes' | 'no' | 'maybe';

export const noNics: NicsSoFar = { interfaces: [], hasVeth: false, defaultRoute: 'no' };

export interface CoordinatorRun {
  /** What is there when it has not failed. */
  readonly after: NicsSoFar;
  readonly failure: FailureWords | undefined;
  /** The failure depends on whether a NIC before has got a gateway. */
  readonly isChance: boolean;
}

/**
 * The coordinator's run for the NIC that has just been added: it runs once for each NIC, in order, and knows nothing of
 * those to come (domain reference 1.9; 7.2, 15 and 16). Its cluster-wide settings are taken to be those of the chart.
 * @param wanted the interface that is to keep the default route, `''` for none
 */
export function runCoordinator(
  { interfaceName, resolution }: ResolvedNic,
  before: NicsSoFar,
  ownDefaultRoute: Chance,
  wanted: string,
): CoordinatorRun {
  const added: NicsSoFar = {
    interfaces: [...before.interfaces, interfaceName],
    hasVeth: before.hasVeth,
    defaultRoute: either(before.defaultRoute, ownDefaultRoute),
  };
  const config =
    resolution.state === 'found' && resolution.attachment.config.kind === 'decoded'
      ? resolution.attachment.config
      : undefined;
  if (!config?.coordinator || config.coordinatorMode === 'disable') return passes(added);
  const underlay = interfaceName === 'eth0' || before.hasVeth;
  const mode = config.coordinatorMode ?? 'auto';
  const tuned = mode === 'auto' ? (underlay ? 'underlay' : 'overlay') : mode;
  const clash = modeClash(tuned, interfaceName, before.hasVeth);
  if (clash !== undefined) {
    return { after: added, failure: failureWords([interfaceName], clash), isChance: false };
  }
  if (tuned === 'underlay' && interfaceName === 'eth0') return passes({ ...added, hasVeth: true });
  const keeper = config.podDefaultRouteNic ?? wanted;
  if (keeper === '' || added.interfaces.includes(keeper) || before.defaultRoute === 'no')
    return passes(added);
  const text = `failed to tunePodRoutes: podDefaultRouteNIC: ${keeper} don't exist in pod`;
  return {
    // It passes where no NIC before has a default route.
    after: { ...added, defaultRoute: ownDefaultRoute },
    failure: failureWords([keeper], text),
    isChance: before.defaultRoute === 'maybe',
  };
}

function passes(after: NicsSoFar): CoordinatorRun {
  return { after, failure: undefined, isChance: false };
}

function either(a: Chance, b: Chance): Chance {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === 'maybe' || b === 'maybe' ? 'maybe' : 'no';
}

function modeClash(mode: string, interfaceName: string, hasVeth: boolean): string | undefined {
  const creating = `when creating interface ${interfaceName} in ${mode} mode, it detects that the`;
  if (mode === 'underlay') {
    return interfaceName === 'eth0' || hasVeth
      ? undefined
      : `${creating} auxiliary interface eth0 was not created by previous interface.`;
  }
  if (mode !== 'overlay') return `unknown tuneMode: ${mode}`;
  if (interfaceName === 'eth0') {
    return `${creating} current interface is first interface named eth0, this plugin should not work for it.`;
  }
  return hasVeth ? `${creating} auxiliary interface veth0 of underlay mode exists.` : undefined;
}
