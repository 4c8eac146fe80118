import type { Normalised } from './normalise.ts';
import { normalise } from './normalise.ts';
import { play } from './play.ts';
import type { Server } from './server.ts';
import { subjects } from './subjects.ts';

/** The answers of one server, by `subject/script`. */
export type Answers = ReadonlyMap<string, readonly Normalised[]>;

interface PlayOptions {
  /** Makes the names of this run unlike those of another on the same cluster. */
  run: string;
  /** How many scripts are played at a time. */
  width: number;
  /** Whether to play a script, by `subject/script`. */
  chosen?: (where: string) => boolean;
}

/** All scripts, as `subject/script`. */
export function scriptNames(): string[] {
  return Object.entries(subjects).flatMap(([subject, scripts]) =>
    scripts.map(({ name }) => `${subject}/${name}`),
  );
}

/** The exchanges that never became what their step waits for, as `subject/script METHOD path`. */
export function unmetIn(answers: Answers): string[] {
  return [...answers].flatMap(([where, exchanges]) =>
    exchanges.filter(({ unmet }) => unmet === true).map(({ title }) => `${where} ${title}`),
  );
}

/**
 * Plays every script against a server. When one cannot be played, those that were begun are played to their end, so that
 * nothing is left behind.
 * @throws Error when a script cannot be played to its end
 */
export async function playAll(server: Server, options: PlayOptions): Promise<Answers> {
  const { run, width, chosen = () => true } = options;
  const waiting = Object.entries(subjects).flatMap(([subject, scripts]) =>
    scripts
      .map((script) => ({ where: `${subject}/${script.name}`, script }))
      .filter(({ where }) => chosen(where)),
  );
  const answers = new Map<string, readonly Normalised[]>(waiting.map(({ where }) => [where, []]));
  const failures: unknown[] = [];
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        answers.set(next.where, normalise(await play(server, next.script, run)));
      } catch (error) {
        failures.push(error);
        waiting.length = 0;
      }
    }
  }
  await Promise.all(Array.from({ length: width }, work));
  if (failures.length > 0) throw failures[0];
  return answers;
}
