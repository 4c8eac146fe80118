import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextKey } from './i18n.ts';

export type TextParams = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, params?: TextParams) => string;

/** The typed `t` of the mounted plugin's language; a key that does not exist is a compile error. */
export function useText(): Translate {
  const { t } = useTranslation();
  return useCallback((key, params) => t(key, params ?? {}), [t]);
}
