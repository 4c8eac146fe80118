import type { ComparedCase } from './compared-case.ts';
import type { Outcome } from './observe.ts';

type Outcomes = ReadonlyMap<string, Outcome>;

interface Report {
  /** For the terminal: a line a case, and what differs. */
  lines: string;
  /** Cases that differ and should not. */
  differences: number;
  /** Markdown with the whole outcome of every case. */
  everything: string;
}

type Verdict = 'same' | 'by chance' | 'not simulated' | 'DIFFERENT';

interface Compared {
  told: ComparedCase;
  ours: Outcome;
  theirs: Outcome;
  verdict: Verdict;
}

export function reportOf(cases: readonly ComparedCase[], simulated: Outcomes, real: Outcomes): Report {
  const compared = cases.map((told): Compared => {
    const [ours, theirs] = [simulated.get(told.id) ?? [], real.get(told.id) ?? []];
    return { told, ours, theirs, verdict: verdictOf(told, ours, theirs) };
  });
  const lines = compared.flatMap(({ told, ours, theirs, verdict }) => [
    `${verdict.padEnd(13)}  ${told.section.padEnd(5)} ${told.id}`,
    ...(verdict === 'DIFFERENT' ? difference(ours, theirs) : []),
  ]);
  const count = (wanted: Verdict) => compared.filter(({ verdict }) => verdict === wanted).length;
  const differences = count('DIFFERENT');
  const others = `${count('by chance')} by chance, ${count('not simulated')} not simulated`;
  return {
    lines: [...lines, `${count('same')} same, ${others}, ${differences} different`].join('\n'),
    differences,
    everything: compared.map(chapter).join('\n'),
  };
}

function verdictOf(told: ComparedCase, ours: Outcome, theirs: Outcome): Verdict {
  if (ours.join('\n') === theirs.join('\n')) return 'same';
  if (told.leavesToChance === true) return 'by chance';
  return told.notSimulated === undefined ? 'DIFFERENT' : 'not simulated';
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
    ...without(theirs, ours).map((line) => `    real       ${line}`),
    ...without(ours, theirs).map((line) => `    simulated  ${line}`),
  ];
}
