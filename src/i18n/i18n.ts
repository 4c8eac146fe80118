import type { Texts } from './texts.ts';
import type { addressTexts } from './texts/addresses.ts';
import { capacityTexts } from './texts/capacity.ts';
import { consoleTexts } from './texts/console.ts';
import type { failureTexts } from './texts/failures.ts';
import { findingTexts } from './texts/findings.ts';
import { fixTexts } from './texts/fixes.ts';
import { nicTexts } from './texts/nic.ts';
import { pickerTexts } from './texts/picker.ts';
import { pictureTexts } from './texts/picture.ts';
import { reasonTexts } from './texts/reasons.ts';
import { routeTexts } from './texts/routes.ts';
import { sharedTexts } from './texts/shared.ts';
import { stateTexts } from './texts/states.ts';
import type { topologyTexts } from './texts/topology.ts';
import { wizardTexts } from './texts/wizard.ts';
import type { workloadTexts } from './texts/workloads.ts';
import { yamlTexts } from './texts/yaml.ts';
import {
  createTranslator,
  type KeyOf,
  type Language,
  type TextParams,
  type Translator,
} from './translator.ts';

export type { Language, TextParams } from './translator.ts';

const texts = {
  ...sharedTexts,
  ...stateTexts,
  ...consoleTexts,
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

/** Texts of pages that are loaded later, each with its page: the form does not carry them. */
type LaterTexts = typeof addressTexts & typeof workloadTexts & typeof failureTexts & typeof topologyTexts;

/** Every key that `t` takes; plural forms are asked for by their base with `{ count }`. */
export type TextKey = KeyOf<typeof texts & LaterTexts>;

export type Translate = (key: TextKey, params?: TextParams) => string;

const translators = new Map<Language, Translator>();
const later: Texts[] = [];

/** The texts of a language. One translator serves every plugin of the page that speaks it. */
export function createTranslate(language: Language): Translate {
  const known = translators.get(language) ?? createTranslator(language, texts, ...later);
  translators.set(language, known);
  return known.translate;
}

/** Adds the texts of a page, before the page is shown. */
export function addTexts(table: Texts): void {
  if (later.includes(table)) return;
  later.push(table);
  for (const translator of translators.values()) translator.add(table);
}
