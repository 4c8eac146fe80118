import { tellableLine, tellableLines } from './tellable-line.ts';

/** What a program says on stderr. */
export interface ProgramVoice {
  readonly hear: (text: string) => void;
  /** The last line until now; `''` where there is none. */
  readonly last: () => string;
  /** Nothing more comes. */
  readonly end: () => void;
}

/** The last line is in the end of it (characters). */
const memory = 4_000;

/** How often it is looked for something to tell (milliseconds). */
const interval = 500;

/**
 * Keeps the last of what a program says, and passes its lines on from when on it looks as if it waited for its user: one that is
 * quickly done is as quiet as with kubectl's output in a pipe.
 *
 * @param quiet how long nothing is passed on (milliseconds).
 */
export function createProgramVoice(tell: (line: string) => void, quiet: number): ProgramVoice {
  let heard = '';
  let untold = '';
  let waiting = '';
  let telling = false;

  function tellAll(end: number): void {
    for (const line of tellableLines(untold.slice(0, end))) tell(line);
    untold = untold.slice(end);
  }

  function look(): void {
    telling = true;
    tellAll(untold.lastIndexOf('\n') + 1);
    // A line without an end is a question where nothing comes behind it.
    if (untold === waiting) tellAll(untold.length);
    waiting = untold;
    timer = setTimeout(look, interval);
  }
  let timer = setTimeout(look, quiet);

  return {
    hear: (text) => {
      heard = (heard + text).slice(-memory);
      untold = (untold + text).slice(-memory);
    },
    last: () => tellableLine(heard),
    end: () => {
      clearTimeout(timer);
      if (telling) tellAll(untold.length);
    },
  };
}
