import { createInstance } from 'i18next';
import type { Texts } from './texts.ts';
import { capacityTexts } from './texts/capacity.ts';
import { consoleTexts } from './texts/console.ts';
import { findingTexts } from './texts/findings.ts';
import { nicTexts } from './texts/nic.ts';
import { pickerTexts } from './texts/picker.ts';
import { pictureTexts } from './texts/picture.ts';
import { reasonTexts } from './texts/reasons.ts';
import { routeTexts } from './texts/routes.ts';
import { sharedTexts } from './texts/shared.ts';
import { stateTexts } from './texts/states.ts';
import { wizardTexts } from './texts/wizard.ts';
import { workloadTexts } from './texts/workloads.ts';
import { yamlTexts } from './texts/yaml.ts';

const texts = {
  ...sharedTexts,
  ...stateTexts,
  ...consoleTexts,
  ...workloadTexts,
  ...wizardTexts,
  ...nicTexts,
  ...capacityTexts,
  ...pickerTexts,
  ...pictureTexts,
  ...reasonTexts,
  ...routeTexts,
  ...yamlTexts,
  ...findingTexts,
} satisfies Texts;

type PluralBase<Key> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;

/** Every key that `t` takes; plural forms are asked for by their base with `{ count }`. */
export type TextKey = PluralBase<keyof typeof texts>;

export type Language = 'en-US' | 'zh-CN';

function resourceOf(side: 'en' | 'zh'): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text[side]]));
}

export type TextParams = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, params?: TextParams) => string;

/** The texts of a language. A text without parameters is looked up once: a keystroke asks for hundreds of them. */
export function createTranslate(language: Language): Translate {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en-US',
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: {
      'en-US': { translation: resourceOf('en') },
      'zh-CN': { translation: resourceOf('zh') },
    },
  });
  const plain = new Map<TextKey, string>();
  return (key, params) => {
    if (params !== undefined) return instance.t(key, { ...params });
    const known = plain.get(key) ?? instance.t(key);
    plain.set(key, known);
    return known;
  };
}
