import { readFileSync, writeFileSync } from 'node:fs';
import { subjects } from './subjects.ts';
import type { Normalised } from './normalise.ts';
import { unmetIn } from './play-all.ts';
import type { Answers } from './play-all.ts';

const FOLDER = new URL('recordings/', import.meta.url);

type Recorded = Record<string, readonly Normalised[]>;

/** The answers of a real control plane, as they were recorded last. @throws Error where a recording is missing */
export function readRecordings(): Answers {
  return new Map(
    Object.keys(subjects).flatMap((subject) => {
      const recorded = JSON.parse(readFileSync(fileOf(subject), 'utf8')) as Recorded;
      return Object.entries(recorded).map(([script, answers]) => [`${subject}/${script}`, answers] as const);
    }),
  );
}

/** The answers are not what they are to be compared with. */
export class CannotRecord extends Error {}

/**
 * Writes a file for each subject, with a line for each exchange so that changes can be read.
 * @throws CannotRecord when one of them never became what its step waits for
 */
export function writeRecordings(answers: Answers): void {
  const [unmet] = unmetIn(answers);
  if (unmet !== undefined) throw new CannotRecord(`not recorded: ${unmet} never came to what is waited for`);
  for (const [subject, scripts] of Object.entries(subjects)) {
    const parts = scripts.map(({ name }) => {
      const lines = (answers.get(`${subject}/${name}`) ?? []).map(
        (answer) => `\n    ${JSON.stringify(answer)}`,
      );
      return `\n  ${JSON.stringify(name)}: [${lines.join(',')}\n  ]`;
    });
    writeFileSync(fileOf(subject), `{${parts.join(',')}\n}\n`);
  }
}

function fileOf(subject: string): URL {
  return new URL(`${subject}.json`, FOLDER);
}
