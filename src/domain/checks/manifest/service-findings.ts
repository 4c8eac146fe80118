import type { ClusterView } from '../../cluster-view.ts';
import { fieldPlaces, nearestPlace, placeAt } from '../../workload/field-places.ts';
import { podLabels } from '../../workload/labels.ts';
import { at, textOf } from '../../workload/manifest/plain.ts';
import { readService, serviceEdit } from '../../workload/manifest/service.ts';
import type { ManifestObject, WorkloadReading } from '../../workload/read-workload.ts';
import { allFindings } from '../all-findings.ts';
import type { Finding } from '../finding.ts';
import { isDnsLabel } from '../syntax.ts';
import type { PlacedFinding } from './placed-finding.ts';

/**
 * What the rules say of a Service. It is checked with the workload whose Pods it selects; with the only one of the
 * manifest if it selects none of them. `null` for an object that belongs to no workload here.
 */
export function serviceFindings(
  object: ManifestObject,
  workloads: readonly WorkloadReading[],
  view: ClusterView,
  namespace: string,
): readonly PlacedFinding[] | null {
  if (textOf(at(object.plain, 'kind')) !== 'Service' || textOf(at(object.plain, 'apiVersion')) !== 'v1') {
    return null;
  }
  const service = readService(object.plain);
  // A Service without a selector has its endpoints from somewhere else.
  if (service.selector.length === 0) return null;
  const own = textOf(at(object.plain, 'metadata', 'namespace')) || namespace;
  const near = workloads.filter(({ draft }) => draft.basics.namespace === own);
  const selected = near.find(({ draft }) => {
    const labels = podLabels(draft);
    return service.selector.every(({ key, value }) => labels[key] === value);
  });
  const owner = selected ?? (near.length === 1 ? near[0] : undefined);
  if (owner === undefined) return null;
  const edit = serviceEdit(object.plain, service, { now: own, before: own });
  const places = fieldPlaces(object.node, edit);
  return allFindings({ ...owner.draft, service }, view, owner.workload.identity)
    .filter((finding) => finding.path.startsWith('service.') && !isAllowedName(finding, service.name))
    .map((finding) => ({
      finding,
      place: nearestPlace(places, finding.path) ?? placeAt(object.node, []),
    }));
}

/** The wizard asks for four characters; Kubernetes takes one (`IsDNS1035Label`). */
function isAllowedName({ code }: Finding, name: string): boolean {
  return code === 'service.nameSyntax' && isDnsLabel(name) && /^[a-z]/.test(name);
}
