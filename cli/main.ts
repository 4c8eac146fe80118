import { CannotRun, wordsOf } from './cannot-run.ts';
import { CannotRunAll, check } from './check.ts';
import { help } from './help.ts';
import { type CheckOptions, languageOf, parseCommand } from './options.ts';
import { clean } from './report/clean.ts';
import type { CheckReport } from './report/check-report.ts';
import { jsonProblem, jsonReport } from './report/json-report.ts';
import { textReport } from './report/text-report.ts';
import { createSay, type Say } from './texts.ts';

const SOUND = 0;
const WITH_ERRORS = 1;
const NOT_RUN = 2;

/**
 * The command line.
 * @param args without the names of the program
 * @returns its exit code
 */
export async function main(args: readonly string[], version: string): Promise<number> {
  const language = languageOf(args, process.env);
  const say = createSay(language);
  try {
    const command = parseCommand(args);
    switch (command.kind) {
      case 'help':
        return await print(help[language], SOUND);
      case 'version':
        return await print(`${version}\n`, SOUND);
      case 'check':
        return await runCheck(command.options, say);
    }
  } catch (error) {
    return tellProblems(error, args.includes('--json'), say);
  }
}

async function runCheck(options: CheckOptions, say: Say): Promise<number> {
  const token = process.env['PODNIC_TOKEN'] || undefined;
  const report = await check(options, { stdin: process.stdin, token });
  const exitCode = exitCodeOf(report, options);
  if (options.quiet) return exitCode;
  const { NO_COLOR } = process.env;
  const colour = process.stdout.isTTY && (NO_COLOR === undefined || NO_COLOR === '');
  const { files } = options;
  return print(
    options.json ? jsonReport(report, say, exitCode) : textReport(report, say, { colour, files }),
    exitCode,
  );
}

function exitCodeOf({ counts }: CheckReport, { strict }: CheckOptions): number {
  return counts.error > 0 || (strict && counts.warning > 0) ? WITH_ERRORS : SOUND;
}

async function tellProblems(error: unknown, json: boolean, say: Say): Promise<number> {
  const sentences = reasonsOf(error).map((reason) =>
    clean(reason instanceof CannotRun ? say(reason.key, reason.params) : wordsOf(reason)),
  );
  process.stderr.write(sentences.map((sentence) => `podnic: ${sentence}\n`).join(''));
  return json ? print(jsonProblem(sentences.join('\n'), NOT_RUN), NOT_RUN) : NOT_RUN;
}

function reasonsOf(error: unknown): readonly unknown[] {
  return error instanceof CannotRunAll ? error.reasons : [error];
}

/** Waits until everything is written; a reader who has seen enough (`| head`) is no failure. */
function print(text: string, exitCode: number): Promise<number> {
  return new Promise((resolve) => {
    process.stdout.on('error', () => resolve(exitCode));
    process.stdout.write(text, () => resolve(exitCode));
  });
}
