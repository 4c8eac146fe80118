import type { Severity } from '../../src/domain/checks/finding.ts';
import { partNames } from '../cluster/cluster-facts.ts';
import type { Say } from '../texts.ts';
import type { CheckReport, ReportedFinding, ReportedObject } from './check-report.ts';
import { pathText } from './positions.ts';
import { unknownNotes } from './unknown-parts.ts';

/** The shape of `--json` (docs/cli.md). It grows by keys; a key that changes its meaning changes the number. */
const VERSION = 1;

/** The report for programs: one object. Messages are in the language that was asked for; codes never change. */
export function jsonReport(report: CheckReport, say: Say, exitCode: number): string {
  const { objects, skipped, counts, cluster } = report;
  return print({
    version: VERSION,
    exitCode,
    summary: { errors: counts.error, warnings: counts.warning, notes: counts.note },
    cluster: {
      source: cluster.source,
      known: Object.fromEntries(partNames.map((name) => [name, cluster.view[name].state])),
      settings: cluster.view.settings.source,
      remarks: unknownNotes(cluster, say),
    },
    objects: objects.map((object) => ({
      ...headOf(object),
      namespaceAssumed: object.assumed,
      findings: object.findings.map((finding) => findingOf(finding, say)),
    })),
    skipped: skipped.map(headOf),
  });
}

/** What `--json` prints when a check cannot be run. */
export function jsonProblem(message: string, exitCode: number): string {
  return print({ version: VERSION, exitCode, problem: message });
}

function headOf({ file, position, apiVersion, kind, namespace, name }: ReportedObject) {
  return { file, ...position, apiVersion, kind, namespace, name };
}

function findingOf({ finding, place, position }: ReportedFinding, say: Say) {
  const { severity, code, path, params } = finding;
  return {
    severity: severity satisfies Severity,
    code,
    message: say(`finding.${code}`, params),
    ...position,
    path: pathText(place.keys),
    field: path,
    params,
  };
}

function print(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
