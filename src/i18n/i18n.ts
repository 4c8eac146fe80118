import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Texts } from './texts.ts';
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

/** An instance of its own for each mounted plugin: two on one page may speak different languages. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
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
  return instance;
}
