import { known, type ClusterView } from '../../cluster-view.ts';
import { takesDaemonPod } from '../../node-facts.ts';
import { attachmentsById } from '../../multus/attachment-index.ts';
import { deviceNeedOf } from '../../multus/device-need.ts';
import { annotationPlace } from '../../workload/annotation-places.ts';
import { fieldPlaces, nearestPlace, type Place, placeAt } from '../../workload/field-places.ts';
import { at, textOf } from '../../workload/manifest/plain.ts';
import type { ManifestDocuments } from '../../workload/manifest-document.ts';
import {
  type ManifestObject,
  objectsOf,
  readWorkload,
  type WorkloadReading,
} from '../../workload/read-workload.ts';
import { isDeployment, isMade, workloadOf } from '../../workload/workload-kind.ts';
import { allFindings } from '../all-findings.ts';
import type { Finding } from '../finding.ts';
import { readingFindings, withoutEchoes } from '../reading.ts';
import { checkNodeAffinity } from './affinity-rule.ts';
import { checkFixedPoolKind, checkHostNetwork, usesHostNetwork } from './kind-rules.ts';
import { checkWorkloadName, isFormsRuleOfNames } from './name-rules.ts';
import {
  checkEnvironmentTexts,
  checkIdleAnnotations,
  checkJobAnnotations,
  checkSelector,
  checkTexts,
} from './place-rules.ts';
import type { ManifestFinding, PlacedFinding } from './placed-finding.ts';
import { serviceFindings } from './service-findings.ts';

/** What was found of one object. */
export interface ObjectReport {
  readonly apiVersion: string;
  readonly kind: string;
  /** `''` where the manifest names none. */
  readonly namespace: string;
  readonly name: string;
  /** Characters before it in the text. */
  readonly offset: number;
  /** `null` for an object that is not checked: it has no Pods, another object made it, or it is a Service of none here. */
  readonly findings: readonly PlacedFinding[] | null;
}

/** A text with the objects in it. */
export interface ManifestText {
  readonly text: string;
  readonly documents: ManifestDocuments;
}

const manifestRules: readonly ((reading: WorkloadReading) => readonly ManifestFinding[])[] = [
  checkFixedPoolKind,
  checkWorkloadName,
  checkHostNetwork,
  checkIdleAnnotations,
  checkJobAnnotations,
  checkTexts,
  checkEnvironmentTexts,
  checkSelector,
];

/**
 * Every object of a manifest with what the rules say of it: workloads of all kinds, and the Services that belong to
 * them. A finding of a field that the kind does not have is left out.
 * @param namespace for objects that leave theirs to whoever applies them
 */
export function checkManifest(
  { text, documents }: ManifestText,
  view: ClusterView,
  namespace: string,
): readonly ObjectReport[] {
  const objects = objectsOf(documents);
  const readings = objects.map((object) => readObject(object, view, namespace));
  const workloads = readings.filter((reading) => reading !== null);
  return objects.map((object, index): ObjectReport => {
    const reading = readings[index] ?? null;
    const findings =
      reading === null
        ? serviceFindings(object, workloads, view, namespace)
        : workloadFindings(reading, view, text);
    return { ...headOf(object), findings: findings === null ? null : findings.toSorted(byPlace) };
  });
}

function headOf({ node, plain }: ManifestObject): Omit<ObjectReport, 'findings'> {
  return {
    apiVersion: textOf(at(plain, 'apiVersion')),
    kind: textOf(at(plain, 'kind')),
    namespace: textOf(at(plain, 'metadata', 'namespace')),
    name: textOf(at(plain, 'metadata', 'name')),
    offset: placeAt(node, []).offset,
  };
}

function readObject(object: ManifestObject, view: ClusterView, namespace: string): WorkloadReading | null {
  const workload = workloadOf(object.plain);
  if (workload === null || isMade(object.plain)) return null;
  const attachments = attachmentsById(known(view.attachments) ?? []);
  const nodes = known(view.nodes);
  const surroundings = {
    namespace,
    view,
    daemonNodes: ({ nodeSelector, tolerations }: WorkloadReading['draft']['scheduling']) =>
      nodes?.filter((node) => takesDaemonPod(node, nodeSelector, tolerations)).length,
  };
  return readWorkload(object, workload, surroundings, (id) => deviceNeedOf(attachments.get(id)));
}

/** What the rules of the wizard say, what reading the annotations found, and what only a manifest can get wrong. */
function workloadFindings(
  reading: WorkloadReading,
  view: ClusterView,
  text: string,
): readonly PlacedFinding[] {
  const { draft, workload, problems, object, edit } = reading;
  const places = fieldPlaces(object.node, edit);
  const nicless = usesHostNetwork(reading);
  const own = [...manifestRules.flatMap((rule) => rule(reading)), ...checkNodeAffinity(reading, view)];
  const uncounted = own.some(({ code }) => code === 'manifest.replicasNotCounted');
  const rules = withoutEchoes(allFindings(draft, view, workload.identity), problems).filter(
    (finding) =>
      // That the total is fixed is said there, with the number as it was written.
      (!uncounted || finding.code !== 'network.fixedTotal') &&
      // The node's own network: neither Multus nor Spiderpool sees the Pods.
      (!nicless || !finding.path.startsWith('network.')) &&
      !isFormsRuleOfNames(reading, finding) &&
      (isDeployment(workload) || hasField(places, finding.path)),
  );
  return [
    ...[...rules, ...readingFindings(problems, rules)].map((finding) => ({
      finding,
      place: placeOf(finding, reading, places, text),
    })),
    ...own.map(({ keys, ...finding }) => ({ finding, place: placeAt(object.node, keys) })),
  ];
}

/** Whether the kind has a field: the fields of a rolling update and of the wizard's own Service it may not have. */
function hasField(places: ReadonlyMap<string, Place>, path: string): boolean {
  if (!path.startsWith('upgrade.') && !path.startsWith('metadata.selector')) return true;
  return places.has(path);
}

function placeOf(
  { path, params }: Finding,
  reading: WorkloadReading,
  places: ReadonlyMap<string, Place>,
  text: string,
): Place {
  const { node } = reading.object;
  if (path === 'network.deviceResources') {
    const written = places.get(`${path}.0.count`) ?? nearestPlace(places, 'containers.0.resources');
    return written ?? placeAt(node, []);
  }
  if (path.startsWith('network.')) {
    const key = typeof params['key'] === 'string' ? params['key'] : undefined;
    return annotationPlace(reading, path, key, text);
  }
  return nearestPlace(places, path) ?? placeAt(node, []);
}

function byPlace(a: PlacedFinding, b: PlacedFinding): number {
  return a.place.offset - b.place.offset;
}
