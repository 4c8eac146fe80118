import type { Texts } from '../texts.ts';

export const yamlTexts = {} as const satisfies Texts;
