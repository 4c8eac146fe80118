import { useMemo, type ReactNode } from 'react';
import type { Language } from './i18n.ts';
import { TextContext, textIn } from './text-context.ts';

interface TextProviderProps {
  readonly language: Language;
  readonly children: ReactNode;
}

/** Everything below speaks this language. */
export function TextProvider({ language, children }: TextProviderProps) {
  const text = useMemo(() => textIn(language), [language]);
  return <TextContext value={text}>{children}</TextContext>;
}
