import type { ResolvedNic } from '../../spiderpool/resolve-nics.ts';
import type { Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { error, warning, when } from '../report.ts';
import { coordinatorOf } from './coordinator.ts';

/**
 * The NIC of the default route (R11, `tunePodRoutes`, domain reference 1.9): the coordinator of each NIC looks for it
 * when that NIC is made, so only eth0 and the first added NIC with a coordinator are there in time.
 */
export function checkDefaultRoute(_: Draft, { nics }: CheckContext): readonly Finding[] {
  const [chosen, ...more] = nics.filter(({ nic }) => nic.defaultRoute);
  if (chosen === undefined) return [];
  const twice = more.map(({ path, interfaceName }) =>
    error('nic.defaultRouteTwice', `${path}.defaultRoute`, {
      nic: interfaceName,
      other: chosen.interfaceName,
    }),
  );
  if (chosen.index === 'eth0') return twice;
  const path = `${chosen.path}.defaultRoute`;
  const params = { nic: chosen.interfaceName };
  if (coordinatorOf(chosen) === false) {
    return [...twice, warning('nic.defaultRouteCoordinator', path, params)];
  }
  const earlier = nics.slice(0, nics.indexOf(chosen)).filter(({ index }) => index !== 'eth0');
  const late = earlier.some((nic) => coordinatorOf(nic) !== false);
  return [...twice, ...when(late, warning('nic.defaultRouteLate', path, params))];
}

/**
 * No attachment names another NIC for the default route: the coordinator takes its own configuration before the Pod's
 * annotation (R11, domain reference 1.9).
 */
export function checkDefaultRouteOwner(_: Draft, { nics }: CheckContext): readonly Finding[] {
  const chosen = nics.find(({ nic }) => nic.defaultRoute);
  if (chosen === undefined) return [];
  const owner = nics.find((nic) => ![undefined, chosen.interfaceName].includes(routeNicOf(nic)));
  if (owner === undefined) return [];
  return [
    warning('nic.defaultRouteOverruled', `${chosen.path}.defaultRoute`, {
      nic: chosen.interfaceName,
      other: owner.interfaceName,
      name: routeNicOf(owner) ?? '',
    }),
  ];
}

/** The NIC that the attachment's coordinator gives the default route to. */
function routeNicOf({ resolution }: ResolvedNic): string | undefined {
  const config = resolution.state === 'found' ? resolution.attachment.config : undefined;
  return config?.kind === 'decoded' ? config.podDefaultRouteNic : undefined;
}
