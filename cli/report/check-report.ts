import type { Severity } from '../../src/domain/checks/finding.ts';
import type { FindingCode } from '../../src/domain/checks/finding-code.ts';
import { checkManifest, type ObjectReport } from '../../src/domain/checks/manifest/check-manifest.ts';
import type { PlacedFinding } from '../../src/domain/checks/manifest/placed-finding.ts';
import type { ClusterFacts } from '../cluster/cluster-facts.ts';
import type { NamedManifest } from '../read-manifests.ts';
import { type Position, positionsIn } from './positions.ts';

/** Everything that a check found, for whatever form it is told in. */
export interface CheckReport {
  readonly objects: readonly ReportedObject[];
  /** Objects that have no Pods and belong to none. */
  readonly skipped: readonly ReportedObject[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly cluster: ClusterFacts;
}

export interface ReportedObject extends Omit<ObjectReport, 'findings' | 'offset'> {
  readonly file: string;
  readonly position: Position;
  /** The namespace was assumed: the manifest names none. */
  readonly assumed: boolean;
  readonly findings: readonly ReportedFinding[];
}

export interface ReportedFinding extends PlacedFinding {
  readonly position: Position;
}

/**
 * Checks manifests against what is known of the cluster.
 * @param namespace for objects that leave theirs open
 */
export function checkReport(
  manifests: readonly NamedManifest[],
  cluster: ClusterFacts,
  namespace: string,
): CheckReport {
  const all = manifests.flatMap((manifest) => {
    const positionOf = positionsIn(manifest.text);
    return checkManifest(manifest, cluster.view, namespace).map((object) => ({
      checked: object.findings !== null,
      object: reported(withoutUnknown(object, cluster), manifest.file, positionOf, namespace),
    }));
  });
  const objects = all.filter(({ checked }) => checked).map(({ object }) => object);
  const findings = objects.flatMap((object) => object.findings);
  const count = (severity: Severity): number =>
    findings.filter(({ finding }) => finding.severity === severity).length;
  return {
    objects,
    skipped: all.filter(({ checked }) => !checked).map(({ object }) => object),
    counts: { error: count('error'), warning: count('warning'), note: count('note') },
    cluster,
  };
}

/** What only says that something could not be looked up: where no cluster is given, that is said once, for all. */
const ofUnknown: ReadonlySet<FindingCode> = new Set([
  'nic.attachmentUnverified',
  'nic.subnetUnverified',
  'nic.poolUnverified',
  'capacity.autoscalersUnknown',
]);

function withoutUnknown(object: ObjectReport, { source }: ClusterFacts): ObjectReport {
  if (source !== 'none' || object.findings === null) return object;
  return { ...object, findings: object.findings.filter(({ finding }) => !ofUnknown.has(finding.code)) };
}

function reported(
  { findings, offset, ...head }: ObjectReport,
  file: string,
  positionOf: (offset: number) => Position,
  namespace: string,
): ReportedObject {
  return {
    ...head,
    namespace: head.namespace || namespace,
    assumed: head.namespace === '',
    file,
    position: positionOf(offset),
    findings: (findings ?? []).map((each) => ({ ...each, position: positionOf(each.place.offset) })),
  };
}
