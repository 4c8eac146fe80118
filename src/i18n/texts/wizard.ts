import type { Texts } from '../texts.ts';

export const wizardTexts = {} as const satisfies Texts;
