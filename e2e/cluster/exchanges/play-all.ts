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
  onPlayed?: (where: string) => void;
}

/** Plays every script against a server. @throws Error when a script cannot be played to its end */
export async function playAll(server: Server, options: PlayOptions): Promise<Answers> {
  const { run, width, chosen = () => true, onPlayed } = options;
  const waiting = Object.entries(subjects).flatMap(([subject, scripts]) =>
    scripts
      .map((script) => ({ where: `${subject}/${script.name}`, script }))
      .filter(({ where }) => chosen(where)),
  );
  const answers = new Map<string, readonly Normalised[]>(waiting.map(({ where }) => [where, []]));
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      answers.set(next.where, normalise(await play(server, next.script, run)));
      onPlayed?.(next.where);
    }
  }
  await Promise.all(Array.from({ length: width }, work));
  return answers;
}
