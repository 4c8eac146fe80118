import { checkContext } from '../../domain/checks/check-context.ts';
import type { Finding } from '../../domain/checks/finding.ts';
import type { FindingCode } from '../../domain/checks/finding-code.ts';
import { checkCapacity } from '../../domain/checks/nics/capacity.ts';
import type { ClusterView } from '../../domain/cluster-view.ts';
import { ofExisting } from '../../domain/spiderpool/read-network.ts';
import { readDraft } from '../../domain/workload/draft-document.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { documentOf } from '../../domain/workload/manifest-document.ts';
import type { StoredDeployment } from '../stored-deployment.ts';

/** What the number of replicas decides; what an autoscaler may ask for is not what is asked for here. */
const ofReplicas: ReadonlySet<FindingCode> = new Set([
  'capacity.short',
  'capacity.subnetShort',
  'capacity.deadlock',
  'capacity.tight',
]);

/** The form's draft of a running Deployment; `undefined` for one on the network of its nodes, which has no NICs. */
export function scaledDraft(deployment: StoredDeployment): Draft | undefined {
  if (deployment.spec?.template.spec?.hostNetwork === true) return undefined;
  // The items of a list do not say what they are.
  const document = documentOf({ ...deployment, apiVersion: 'apps/v1', kind: 'Deployment' });
  const { draft } = readDraft([document]);
  return { ...draft, network: ofExisting(draft.network) };
}

/**
 * What will become of the addresses with so many replicas, as the form would say of a new workload (domain reference
 * 5.2); the addresses that its Pods hold already count as its own. Empty where all is well, and where it is not known.
 */
export function scaleFindings(draft: Draft, replicas: number, view: ClusterView): readonly Finding[] {
  const scaled = { ...draft, basics: { ...draft.basics, replicas: String(replicas) } };
  return checkCapacity(scaled, checkContext(scaled, view)).filter(({ code }) => ofReplicas.has(code));
}
