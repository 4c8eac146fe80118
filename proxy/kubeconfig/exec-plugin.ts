import { ConnectionFailure } from '../problem.ts';
import { type Detail, known } from '../problem-detail.ts';
import type { Credential } from './credential.ts';
import { readCredential } from './exec-credential.ts';
import { pluginEnvironment } from './exec-environment.ts';
import { type Entry, textOf } from './kubeconfig.ts';
import { type Ended, type ProgramLimits, runProgram } from './run-program.ts';
import { tellableLine } from './tellable-line.ts';

/** An exec plugin at work. */
export interface PluginRun {
  /**
   * @throws {ConnectionFailure} when it is not there, fails, or gives nothing of use. What it printed as credentials is
   *   never part of the message.
   */
  readonly credential: Promise<Credential>;
  /** What to say to somebody who cannot wait for it any longer. */
  notYet(): ConnectionFailure;
}

/** Some plugins open a browser, or print a code, and wait for their user to sign in. */
const usual: ProgramLimits = { patience: 300_000, quiet: 3_000, grace: 5_000 };

/**
 * Starts the exec plugin of a user, as client-go does (kubernetes.io/docs/reference/access-authn-authz/authentication,
 * client-go credential plugins). It has no terminal to ask its user in, but what it says to its user comes to ours.
 *
 * @param exec `users[].user.exec`.
 * @param cluster `clusters[].cluster`, which the plugin is told of where `provideClusterInfo` asks for it.
 * @param tell prints a line for the user.
 */
export function startExecPlugin(
  user: string,
  exec: Entry,
  cluster: Entry,
  limits: ProgramLimits = usual,
  tell: (line: string) => void = tellTerminal,
): PluginRun {
  const command = textOf(exec, 'command');
  const failure = (detail: Detail) => new ConnectionFailure({ kind: 'execPlugin', command, user, detail });
  const refused = refusalOf(command, exec);
  if (refused !== undefined) {
    return { credential: Promise.reject(failure(refused)), notYet: () => failure(refused) };
  }
  const args = Array.isArray(exec['args']) ? exec['args'].map(String) : [];
  const { ended, said } = runProgram(command, args, pluginEnvironment(exec, cluster), limits, (line) =>
    tell(`${command}: ${line}`),
  );
  const credential = ended.then((how) => {
    const read = how.kind === 'exit' && how.code === 0 ? readCredential(how.output) : undefined;
    if (read !== undefined) return read;
    throw failure(detailOf(how, exec, limits, said()));
  });
  return { credential, notYet: () => failure(withSaid('it is not done yet', said())) };
}

function refusalOf(command: string, exec: Entry): string | undefined {
  if (command === '') return 'the kubeconfig names no command';
  if (exec['interactiveMode'] === 'Always') return 'it wants a terminal (interactiveMode is Always)';
  return undefined;
}

/** @param said the last line that it said. */
function detailOf(how: Ended, exec: Entry, { patience }: ProgramLimits, said: string): Detail {
  switch (how.kind) {
    case 'notFound': {
      const hint = tellableLine(textOf(exec, 'installHint'));
      const words = hint === '' ? 'the command is not found' : `the command is not found; ${hint}`;
      return known('PluginNotFound', words, { hint });
    }
    case 'notStarted':
      return `it cannot be started (${how.code})`;
    case 'timeOut': {
      const seconds = String(patience / 1000);
      const words = withSaid(`it was not done within ${seconds} s`, said);
      // What it said last is what there is to do, and has no words in other languages.
      return said === '' ? known('PluginTimeOut', words, { seconds }) : words;
    }
    case 'exit':
      return how.code === 0
        ? 'what it printed is no ExecCredential with a token or a certificate'
        : endedDetail(how.code, said);
  }
}

/** @param code `null` where a signal has ended it. */
function endedDetail(code: number | null, said: string): Detail {
  const words = withSaid(`it ended with ${code ?? 'a signal'}`, said);
  if (code === null) return words;
  return known(said === '' ? 'PluginEndedMutely' : 'PluginEnded', words, { code: String(code), said });
}

function withSaid(words: string, said: string): string {
  return said === '' ? words : `${words}: ${said}`;
}

function tellTerminal(line: string): void {
  process.stderr.write(`${line}\n`);
}
