import type { Texts } from '../texts.ts';

export const stateTexts = {} as const satisfies Texts;
