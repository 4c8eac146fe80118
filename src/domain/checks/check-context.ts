import { known, type ClusterView } from '../cluster-view.ts';
import { deploymentIdentity, type PodContext, podContextOf } from '../spiderpool/pod-context.ts';
import { addressOrigins, type AddressOrigin } from '../spiderpool/precedence.ts';
import { resolveNics, type ResolvedNic } from '../spiderpool/resolve-nics.ts';
import type { Draft } from '../workload/draft.ts';

/** What checks look at besides the draft: the cluster as it is known, and the draft's NICs in it. */
export interface CheckContext {
  readonly view: ClusterView;
  /** What the rules of pools and attachments look at on the workload: a Deployment in the wizard, any kind on the command line. */
  readonly pod: PodContext;
  /** eth0 and the added NICs, with their attachments. */
  readonly nics: readonly ResolvedNic[];
  /** Where the addresses of each of these NICs will come from. */
  readonly origins: readonly AddressOrigin[];
}

export function checkContext(
  draft: Draft,
  view: ClusterView,
  workload = deploymentIdentity(draft),
): CheckContext {
  return {
    view,
    pod: podContextOf(draft, workload),
    nics: resolveNics(draft.network, view),
    origins: addressOrigins(draft.network, draft.basics.namespace, view),
  };
}

/** The annotations of the draft's namespace, as far as they are known. */
export function namespaceAnnotations(
  { basics }: Draft,
  { view }: CheckContext,
): Readonly<Record<string, string>> {
  return known(view.namespaces)?.find(({ name }) => name === basics.namespace)?.annotations ?? {};
}
