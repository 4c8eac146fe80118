import type { Texts } from '../texts.ts';
import { advancedTexts } from './create/advanced.ts';
import { basicsTexts } from './create/basics.ts';
import { containerTexts } from './create/containers.ts';
import { fieldTexts } from './create/fields.ts';
import { frameTexts } from './create/frame.ts';
import { rehearsalTexts } from './create/rehearsal.ts';
import { serviceTexts } from './create/service.ts';
import { submitTexts } from './create/submit.ts';

/** Create a Deployment, step by step. The names of fields that share a rule are among the texts of the findings. */
export const wizardTexts = {
  ...fieldTexts,
  ...frameTexts,
  ...basicsTexts,
  ...containerTexts,
  ...serviceTexts,
  ...advancedTexts,
  ...submitTexts,
  ...rehearsalTexts,
} as const satisfies Texts;
