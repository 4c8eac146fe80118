import { createContext } from 'react';
import { createTranslate, type Language, type Translate } from './i18n.ts';

export interface Text {
  readonly language: Language;
  readonly t: Translate;
}

export const TextContext = createContext<Text | undefined>(undefined);

export function textIn(language: Language): Text {
  return { language, t: createTranslate(language) };
}
