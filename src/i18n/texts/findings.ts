import type { Texts } from '../texts.ts';

export const findingTexts = {} as const satisfies Texts;
