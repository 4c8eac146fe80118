import type { Texts } from './texts.ts';
import { addressTexts } from './texts/addresses.ts';
import { capacityTexts } from './texts/capacity.ts';
import { consoleTexts } from './texts/console.ts';
import { failureTexts } from './texts/failures.ts';
import { findingTexts } from './texts/findings.ts';
import { fixTexts } from './texts/fixes.ts';
import { nicTexts } from './texts/nic.ts';
import { pickerTexts } from './texts/picker.ts';
import { pictureTexts } from './texts/picture.ts';
import { reasonTexts } from './texts/reasons.ts';
import { routeTexts } from './texts/routes.ts';
import { sharedTexts } from './texts/shared.ts';
import { stateTexts } from './texts/states.ts';
import { topologyTexts } from './texts/topology.ts';
import { wizardTexts } from './texts/wizard.ts';
import { workloadTexts } from './texts/workloads.ts';
import { yamlTexts } from './texts/yaml.ts';
import { createTranslator, type KeyOf, type Language, type TextParams } from './translator.ts';

export type { Language, TextParams } from './translator.ts';

const texts = {
  ...sharedTexts,
  ...stateTexts,
  ...consoleTexts,
  ...addressTexts,
  ...workloadTexts,
  ...failureTexts,
  ...topologyTexts,
  ...wizardTexts,
  ...nicTexts,
  ...capacityTexts,
  ...pickerTexts,
  ...pictureTexts,
  ...reasonTexts,
  ...routeTexts,
  ...yamlTexts,
  ...findingTexts,
  ...fixTexts,
} satisfies Texts;

/** Every key that `t` takes; plural forms are asked for by their base with `{ count }`. */
export type TextKey = KeyOf<typeof texts>;

export type Translate = (key: TextKey, params?: TextParams) => string;

/** The texts of a language. */
export function createTranslate(language: Language): Translate {
  return createTranslator(texts, language);
}
