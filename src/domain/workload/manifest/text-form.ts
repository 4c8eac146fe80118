import { integerOrText, textOf } from './plain.ts';

/** How a text of the draft and a scalar of the document become each other. `''` reads as "not set". */
export interface TextForm {
  readonly read: (value: unknown) => string;
  readonly write: (text: string) => string | number;
}

/** Text as it is: names, quantities, labels. A scalar that YAML takes for a number still reads as its text. */
export const typed: TextForm = { read: textOf, write: (text) => text };

/** An integer where one was typed, otherwise the text: also counts that may be percentages, and ports that may be names. */
export const integer: TextForm = { read: textOf, write: integerOrText };

/** One of the words of a choice. Another word reads as not set, and stays in the document until one is chosen. */
export function oneOf(words: readonly string[]): TextForm {
  return {
    read: (value) => (typeof value === 'string' && words.includes(value) ? value : ''),
    write: (text) => text,
  };
}

/** The word that a choice shows. */
export function chosen<Word extends string>(value: unknown, words: readonly Word[], absent: Word): Word {
  return words.find((word) => word === value) ?? absent;
}
