import type { ComparedCase } from './compared-case.ts';
import type { Outcome } from './outcome.ts';
import { NOT_AT_REST } from './play.ts';

type Outcomes = ReadonlyMap<string, Outcome>;

interface Report {
  /** For the terminal: a line a case, and what differs. */
  lines: string;
  /** Cases that prove nothing: they differ and should not, or one of both was looked at while it moved. */
  failures: number;
  /** Markdown with the whole outcome of every case. */
  everything: string;
}

type Verdict = 'same' | 'same, with chance' | 'not simulated' | 'NOT AT REST' | 'NOTHING SEEN' | 'DIFFERENT';
const failed: readonly Verdict[] = ['NOT AT REST', 'NOTHING SEEN', 'DIFFERENT'];

interface Compared {
  told: ComparedCase;
  ours: Outcome;
  theirs: Outcome;
  verdict: Verdict;
  /** What is wrong, in lines. */
  wrong: readonly string[];
}

/**
 * Compares what the cases came to in both clusters.
 * @param simulated outcomes by the id of the case
 * @param real the same of the real cluster
 */
export function reportOf(cases: readonly ComparedCase[], simulated: Outcomes, real: Outcomes): Report {
  const compared = cases.map((told) => compare(told, simulated.get(told.id) ?? [], real.get(told.id) ?? []));
  const lines = compared.flatMap(({ told, verdict, wrong }) => [
    `${verdict.padEnd(17)}  ${told.section.padEnd(5)} ${told.id}`,
    ...wrong.map((line) => `    ${line}`),
  ]);
  const count = (...wanted: readonly Verdict[]) =>
    compared.filter(({ verdict }) => wanted.includes(verdict)).length;
  const failures = count(...failed);
  const others = `${count('same, with chance')} same but for chance, ${count('not simulated')} not simulated`;
  return {
    lines: [...lines, `${count('same')} same, ${others}, ${failures} failed`].join('\n'),
    failures,
    everything: compared.map(chapter).join('\n'),
  };
}

function compare(told: ComparedCase, ours: Outcome, theirs: Outcome): Compared {
  const restless = [
    ...theirs.filter((line) => line === NOT_AT_REST).map(() => 'real       is not at rest'),
    ...ours.filter((line) => line === NOT_AT_REST).map(() => 'simulated  is not at rest'),
  ];
  const { verdict, wrong = [] } = judge(told, ours, theirs);
  return {
    told,
    ours,
    theirs,
    verdict: restless.length > 0 && !failed.includes(verdict) ? 'NOT AT REST' : verdict,
    wrong: [...wrong, ...restless],
  };
}

function judge(
  { notSimulated, withoutChance = (outcome) => outcome }: ComparedCase,
  ours: Outcome,
  theirs: Outcome,
): { verdict: Verdict; wrong?: readonly string[] } {
  if (theirs.every((line) => line.startsWith('after step '))) return { verdict: 'NOTHING SEEN' };
  if (notSimulated !== undefined) {
    const missing = notSimulated.real.filter((wanted) => !theirs.some((line) => wanted.test(line)));
    if (missing.length === 0) return { verdict: 'not simulated' };
    const seen = theirs.map((line) => `real       ${line}`);
    return { verdict: 'DIFFERENT', wrong: [...missing.map((wanted) => `missing    ${wanted}`), ...seen] };
  }
  if (areSame(ours, theirs)) return { verdict: 'same' };
  const [oursLeft, theirsLeft] = [withoutChance(ours), withoutChance(theirs)];
  if (areSame(oursLeft, theirsLeft)) return { verdict: 'same, with chance' };
  return { verdict: 'DIFFERENT', wrong: difference(oursLeft, theirsLeft) };
}

function areSame(some: Outcome, others: Outcome): boolean {
  return some.length === others.length && some.every((line, index) => line === others[index]);
}

function chapter({ told, ours, theirs, verdict }: Compared): string {
  return [
    `## ${told.id} (${told.section}): ${verdict}`,
    '',
    told.fact,
    '',
    '```',
    ...theirs,
    ...(verdict === 'same' ? [] : ['', 'simulated:', ...ours]),
    '```',
    '',
  ].join('\n');
}

/** The lines that only one of both has. */
function difference(ours: Outcome, theirs: Outcome): string[] {
  const without = (some: Outcome, others: Outcome) => {
    const left = [...others];
    return some.filter((line) => {
      const at = left.indexOf(line);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  return [
    ...without(theirs, ours).map((line) => `real       ${line}`),
    ...without(ours, theirs).map((line) => `simulated  ${line}`),
  ];
}
