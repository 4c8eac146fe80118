import type { Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { error, warning, when } from '../report.ts';
import { nicFacts } from './nic-facts.ts';

/**
 * The NIC of the default route (R11, `tunePodRoutes`, domain reference 1.9): the coordinator of each NIC looks for it
 * when that NIC is made, so only eth0 and the first added NIC with a coordinator are there in time.
 */
export function checkDefaultRoute(draft: Draft, context: CheckContext): readonly Finding[] {
  const nics = nicFacts(draft, context);
  const [chosen, ...more] = nics.filter(({ nic }) => nic.defaultRoute);
  if (chosen === undefined) return [];
  const twice = more.map(({ path, interfaceName }) =>
    error('nic.defaultRouteTwice', `${path}.defaultRoute`, {
      nic: interfaceName,
      other: chosen.interfaceName,
    }),
  );
  if (chosen.index === 'eth0') return twice;
  const config = chosen.attachment?.config;
  const path = `${chosen.path}.defaultRoute`;
  const params = { nic: chosen.interfaceName };
  if (config?.kind === 'decoded' && !config.coordinator) {
    return [...twice, warning('nic.defaultRouteCoordinator', path, params)];
  }
  const earlier = nics.filter(
    ({ index }) => index !== 'eth0' && chosen.index !== 'eth0' && index < chosen.index,
  );
  const late = earlier.some(
    ({ attachment }) => attachment?.config.kind !== 'decoded' || attachment.config.coordinator,
  );
  return [...twice, ...when(late, warning('nic.defaultRouteLate', path, params))];
}
