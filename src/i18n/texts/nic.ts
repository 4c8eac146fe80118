import type { Texts } from '../texts.ts';

export const nicTexts = {} as const satisfies Texts;
