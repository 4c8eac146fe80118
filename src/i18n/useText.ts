import { use } from 'react';
import type { Language, Translate } from './i18n.ts';
import { TextContext, type Text } from './text-context.ts';

export type { TextParams, Translate } from './i18n.ts';

/** The typed `t` of the mounted plugin's language; a key that does not exist is a compile error. */
export function useText(): Translate {
  return useTexts().t;
}

/** The mounted plugin's language, for numbers and dates. */
export function useLanguage(): Language {
  return useTexts().language;
}

/** Two plugins on one page may speak different languages, so there is no language outside a `TextProvider`. */
function useTexts(): Text {
  const text = use(TextContext);
  if (text === undefined) throw new Error('useText needs a TextProvider above it');
  return text;
}
