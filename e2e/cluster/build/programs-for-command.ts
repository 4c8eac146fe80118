import type { Ending } from '../run/end-with-signals.ts';
import { buildPrograms } from './build-programs.ts';
import type { BuiltPrograms } from './build-programs.ts';
import { CannotBuild } from './go-toolchain.ts';

/**
 * Builds for a command what is not built yet. What keeps it from being built is one sentence, and ends the command.
 * @param timeLimit milliseconds, when it is not the usual one
 */
export async function programsForCommand(ending: Ending, timeLimit?: number): Promise<BuiltPrograms> {
  try {
    return await ending.waitFor(
      buildPrograms({
        ...(timeLimit === undefined ? {} : { timeLimit }),
        signal: ending.signal,
        report: (line) => void process.stdout.write(`${line}\n`),
      }),
    );
  } catch (error) {
    if (!(error instanceof CannotBuild)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
