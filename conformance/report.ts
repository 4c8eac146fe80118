import { stringify } from 'yaml';
import { writeDraft } from '../src/domain/workload/draft-document.ts';
import { printManifest } from '../src/domain/workload/manifest-document.ts';
import type { ConformanceCase } from './conformance-case.ts';
import type { Played } from './play.ts';

/** A case as YAML, and both answers side by side. */
export function describePlayed(drawn: ConformanceCase, played: Played): string {
  return [
    ...describeCase(drawn),
    ...sideBySide(answerLines(played.prediction), answerLines(shortOutcome(played))),
    '',
    ...played.problems.map((problem) => `- ${problem}`),
  ].join('\n');
}

/** A case that could not be played to its end. */
export function describeBroken(drawn: ConformanceCase, error: unknown): string {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [...describeCase(drawn), told].join('\n');
}

function describeCase({ settings, objects, deleted, draft }: ConformanceCase): readonly string[] {
  const cluster = [settings, ...objects].map((object) => stringify(object)).join('---\n');
  return [
    '# The cluster',
    cluster,
    ...(deleted.length === 0 ? [] : [`# Deleted and kept: ${deleted.join(', ')}`]),
    '# The workload',
    printManifest(writeDraft([], draft)),
  ];
}

function shortOutcome({ outcome: { pods, pools } }: Played): unknown {
  return {
    pods: pods.map(({ name, node, running, failure, nics }) => ({ name, node, running, failure, nics })),
    pools: pools.map(({ name, total, allocated }) => ({
      name,
      total,
      // The crowd is in the objects, if it matters: thousands of lines that say nothing here.
      allocated: allocated.filter(({ pod }) => !pod.startsWith('elsewhere/crowd-')),
    })),
  };
}

function answerLines(value: unknown): readonly string[] {
  const plain: unknown = JSON.parse(
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? Number(part) : part)),
  );
  return stringify(plain, { lineWidth: 0 }).trimEnd().split('\n');
}

const WIDTH = 90;

function sideBySide(left: readonly string[], right: readonly string[]): readonly string[] {
  const lines = Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
    `${(left[index] ?? '').slice(0, WIDTH).padEnd(WIDTH)} | ${right[index] ?? ''}`.trimEnd(),
  );
  return [`${'# Predicted'.padEnd(WIDTH)} | # What came of it`, ...lines];
}
