import type { Texts } from '../texts.ts';

export const workloadTexts = {} as const satisfies Texts;
