import type { TextParams } from '../src/i18n/translator.ts';
import type { CommandTextKey } from './texts.ts';

/** Why a command cannot do what it was asked: one sentence for the user, and exit code 2. */
export class CannotRun extends Error {
  readonly key: CommandTextKey;
  readonly params: TextParams;

  constructor(key: CommandTextKey, params: TextParams = {}) {
    super(key);
    this.name = 'CannotRun';
    this.key = key;
    this.params = params;
  }
}

/** The words of whatever was thrown. */
export function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
