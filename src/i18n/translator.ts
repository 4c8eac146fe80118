import { createInstance } from 'i18next';
import type { Texts } from './texts.ts';

export type Language = 'en-US' | 'zh-CN';

type PluralBase<Key> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;

/** The keys of texts as they are asked for: plural forms by their base with `{ count }`. */
export type KeyOf<Table extends Texts> = PluralBase<keyof Table & string>;

export type TextParams = Readonly<Record<string, string | number>>;

export interface Translator {
  /** A text without parameters is looked up once: a keystroke asks for hundreds of them. */
  readonly translate: (key: string, params?: TextParams) => string;
  readonly add: (table: Texts) => void;
}

/** The texts of tables in a language. */
export function createTranslator(language: Language, ...tables: readonly Texts[]): Translator {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en-US',
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  const add = (table: Texts) => {
    instance.addResources('en-US', 'translation', sideOf(table, 'en'));
    instance.addResources('zh-CN', 'translation', sideOf(table, 'zh'));
  };
  for (const table of tables) add(table);
  const plain = new Map<string, string>();
  return {
    add,
    translate: (key, params) => {
      if (params !== undefined) return instance.t(key, { ...params });
      const known = plain.get(key) ?? instance.t(key);
      plain.set(key, known);
      return known;
    },
  };
}

function sideOf(texts: Texts, side: 'en' | 'zh'): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text[side]]));
}
