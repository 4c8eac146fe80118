import type { Readable, Writable } from 'node:stream';
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

/** What a command has around it; `process` is one. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable;
}

/**
 * The command line.
 * @param args without the names of the program
 * @returns its exit code
 */
export async function main(
  args: readonly string[],
  version: string,
  surroundings: Surroundings,
): Promise<number> {
  const { env, stdout } = surroundings;
  const language = languageOf(args, env);
  const say = createSay(language);
  try {
    const command = parseCommand(args);
    switch (command.kind) {
      case 'help':
        return await print(stdout, help[language], SOUND);
      case 'version':
        return await print(stdout, `${version}\n`, SOUND);
      case 'check':
        return await runCheck(command.options, say, surroundings);
    }
  } catch (error) {
    return tellProblems(error, args.includes('--json'), say, surroundings);
  }
}

async function runCheck(
  options: CheckOptions,
  say: Say,
  { env, stdin, stdout }: Surroundings,
): Promise<number> {
  const report = await check(options, { stdin, token: env['PODNIC_TOKEN'] || undefined });
  const exitCode = exitCodeOf(report, options);
  const { quiet, json, files } = options;
  if (quiet) return exitCode;
  const colour = stdout.isTTY === true && !env['NO_COLOR'];
  const text = json ? jsonReport(report, say, exitCode) : textReport(report, say, { colour, files });
  return print(stdout, text, exitCode);
}

function exitCodeOf({ counts }: CheckReport, { strict }: CheckOptions): number {
  return counts.error > 0 || (strict && counts.warning > 0) ? WITH_ERRORS : SOUND;
}

async function tellProblems(
  error: unknown,
  json: boolean,
  say: Say,
  { stdout, stderr }: Surroundings,
): Promise<number> {
  const sentences = reasonsOf(error).map((reason) =>
    clean(reason instanceof CannotRun ? say(reason.key, reason.params) : wordsOf(reason)),
  );
  await print(stderr, sentences.map((sentence) => `podnic: ${sentence}\n`).join(''), NOT_RUN);
  return json ? print(stdout, jsonProblem(sentences.join('\n'), NOT_RUN), NOT_RUN) : NOT_RUN;
}

function reasonsOf(error: unknown): readonly unknown[] {
  return error instanceof CannotRunAll ? error.reasons : [error];
}

/** Waits until everything is written; a reader who has seen enough (`| head`) is no failure. */
function print(stream: Writable, text: string, exitCode: number): Promise<number> {
  return new Promise((resolve) => {
    stream.on('error', () => resolve(exitCode));
    stream.write(text, () => resolve(exitCode));
  });
}
