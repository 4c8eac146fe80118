import { stripVTControlCharacters } from 'node:util';

/** What is not to be seen and can change what is: line ends, the bell, a change of the writing's direction. */
const controls = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu;

/** One line for the terminal: names in a kubeconfig and answers of servers may have anything in them. */
export function terminalLine(text: string): string {
  return stripVTControlCharacters(text).replaceAll(controls, ' ');
}
