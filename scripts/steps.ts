import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** One command that must end well. */
export interface Step {
  name: string;
  command: string;
  args: readonly string[];
  /** When it fails, no other step is run. */
  isNeeded?: boolean;
  /** Where its runner writes a report, and how that is counted; a step without it counts as one. */
  report?: { path: string; count: (report: unknown) => Count };
}

/** Milliseconds, after the end of a command, for the rest of what it has printed. */
const OUTPUT_LIMIT = 5_000;

export interface Count {
  passed: number;
  failed: number;
}

/** What Playwright says of the browser tests. One that passed when it was tried again has passed; it is in the list above as flaky. */
export const browserReport: NonNullable<Step['report']> = {
  path: '.cache/e2e.json',
  count: (report) => {
    const { stats } = report as { stats: { expected: number; unexpected: number; flaky: number } };
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  },
};

/**
 * Runs steps one after the other, whether they fail or not. Those of an inner list run side by side, for what does not keep all
 * cores busy: the first of them shows what it prints at once, the others at their end. Ends the process, after the line
 * `N passed, N failed`.
 * @param total where the sum is kept, for a run of several commands
 */
export async function runSteps(steps: readonly (Step | readonly Step[])[], total: string): Promise<never> {
  mkdirSync('.cache', { recursive: true });
  for (const path of [total, ...steps.flat().flatMap(({ report }) => report?.path ?? [])])
    rmSync(path, { force: true });
  const sum = await playSteps(steps);
  writeFileSync(total, JSON.stringify(sum));
  console.log(`\n${describeCount(sum)}`);
  process.exit(sum.failed === 0 ? 0 : 1);
}

/** What all of them come to, as far as they are run. */
export async function playSteps(steps: readonly (Step | readonly Step[])[]): Promise<Count> {
  const counts: Count[] = [];
  for (const step of steps) {
    const together = 'name' in step ? [step] : step;
    const ended = await Promise.all(
      together.map((each, index) => runStep(each, index === 0 ? 'at once' : 'at its end')),
    );
    counts.push(...ended);
    if (together.some(({ isNeeded }, index) => isNeeded === true && ended[index]?.failed !== 0)) break;
  }
  return sumOf(counts);
}

export function sumOf(counts: readonly Count[]): Count {
  const sum = (read: (count: Count) => number) => counts.reduce((all, count) => all + read(count), 0);
  return { passed: sum(({ passed }) => passed), failed: sum(({ failed }) => failed) };
}

export function describeCount({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`;
}

/** When what a command prints is shown. */
type Shown = 'at once' | 'at its end';

async function runStep({ name, command, args, report }: Step, shown: Shown): Promise<Count> {
  const title = `\n== ${name}`;
  if (shown === 'at once') console.log(title);
  const started = Date.now();
  const { ok, printed } = await run(command, args, shown);
  if (shown === 'at its end') console.log(`${title}\n${printed}`.trimEnd());
  let count: Count = ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (report !== undefined) {
    try {
      count = report.count(JSON.parse(readFileSync(report.path, 'utf8')));
    } catch (error) {
      console.error(`no report of ${name}: ${error instanceof Error ? error.message : String(error)}`);
      count = { passed: 0, failed: 1 };
    }
    if (!ok && count.failed === 0) count = { ...count, failed: 1 };
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`== ${name}: ${describeCount(count)} (${seconds} s)`);
  return count;
}

/** `printed` is empty when it was shown at once. Ends when the command does, though something that it started may hold its output. */
function run(
  command: string,
  args: readonly string[],
  shown: Shown,
): Promise<{ ok: boolean; printed: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: shown === 'at once' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.on('error', (error) => {
      console.error(error.message);
      resolve({ ok: false, printed });
    });
    child.on('exit', (status) => {
      const end = () => resolve({ ok: status === 0, printed });
      child.on('close', end);
      setTimeout(end, OUTPUT_LIMIT);
    });
  });
}
