import type { Severity } from '../../src/domain/checks/finding.ts';
import type { Say } from '../texts.ts';
import { clean } from './clean.ts';
import type { CheckReport, ReportedFinding, ReportedObject } from './check-report.ts';
import { pathText, type Position } from './positions.ts';
import { unknownNotes, unknownParts } from './unknown-parts.ts';

interface Paint {
  (style: Severity | 'strong' | 'faint', text: string): string;
}

const codes = { error: 31, warning: 33, note: 36, strong: 1, faint: 2 } as const;

const painted: Paint = (style, text) => `\u001b[${codes[style]}m${text}\u001b[0m`;
const plain: Paint = (_, text) => text;

/** The report for people: a heading for each object, its findings with their places, and a closing line. */
export function textReport(
  report: CheckReport,
  say: Say,
  { colour, files }: { readonly colour: boolean; readonly files: readonly string[] },
): string {
  const paint = colour ? painted : plain;
  const { objects, skipped, cluster } = report;
  const notes = unknownNotes(cluster, say);
  const lines = [
    ...objects.flatMap((object) => [...objectLines(object, say, paint), '']),
    ...(objects.length === 0 ? [clean(say('objects.none', { files: files.join(', ') }))] : []),
    ...(skipped.length === 0 ? [] : [say('objects.skipped', { count: skipped.length })]),
    ...notes.map(clean),
    summary(report, say, paint),
  ];
  return `${lines.join('\n')}\n`;
}

function objectLines(object: ReportedObject, say: Say, paint: Paint): readonly string[] {
  const { kind, namespace, name, file, position, assumed, findings } = object;
  const shown = clean(`${kind} ${namespace}/${name || say('object.unnamed')}`);
  const heading = `${paint('strong', shown)}  ${paint('faint', at(file, position))}`;
  if (findings.length === 0) return [heading, `  ${say('object.sound')}`];
  return [
    heading,
    ...(assumed ? [`  ${say('namespace.assumed', { namespace })}`] : []),
    ...findings.flatMap((finding) => findingLines(finding, file, say, paint)),
  ];
}

function findingLines(
  { finding, place, position }: ReportedFinding,
  file: string,
  say: Say,
  paint: Paint,
): readonly string[] {
  const { severity, code, params } = finding;
  const path = clean(pathText(place.keys));
  return [
    `  ${at(file, position)}  ${paint(severity, say(`severity.${severity}`))}  ${code}`,
    `      ${clean(say(`finding.${code}`, params))}`,
    ...(path === '' ? [] : [`      ${paint('faint', path)}`]),
  ];
}

function at(file: string, { line, column }: Position): string {
  return clean(`${file}:${line}:${column}`);
}

function summary({ counts, cluster }: CheckReport, say: Say, paint: Paint): string {
  const told = say('summary.counts', {
    errors: say('count.errors', { count: counts.error }),
    warnings: say('count.warnings', { count: counts.warning }),
    notes: say('count.notes', { count: counts.note }),
  });
  if (cluster.source === 'none') return paint('strong', say('summary.noCluster', { counts: told }));
  const unknown = unknownParts(cluster).map((name) => say(`part.${name}`));
  const parts = unknown.join(say('summary.separator'));
  return paint('strong', parts === '' ? told : say('summary.unknown', { counts: told, parts }));
}
