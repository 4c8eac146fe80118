import type { Texts } from '../texts.ts';

export const consoleTexts = {} as const satisfies Texts;
