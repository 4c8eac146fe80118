import type { Texts } from '../texts.ts';
import { advancedFindingTexts } from './findings/advanced.ts';
import { basicsFindingTexts } from './findings/basics.ts';
import { capacityFindingTexts } from './findings/capacity.ts';
import { containerFindingTexts } from './findings/containers.ts';
import { eligibilityFindingTexts } from './findings/eligibility.ts';
import { findingFieldTexts } from './findings/fields.ts';
import { manifestFindingTexts } from './findings/manifest.ts';
import { networkFindingTexts } from './findings/network.ts';
import { readingTexts } from './findings/reading.ts';
import { serviceFindingTexts } from './findings/service.ts';

/** One text for each finding: `finding.<code>`, with the finding's params. */
export const findingTexts = {
  ...findingFieldTexts,
  ...basicsFindingTexts,
  ...containerFindingTexts,
  ...serviceFindingTexts,
  ...networkFindingTexts,
  ...eligibilityFindingTexts,
  ...capacityFindingTexts,
  ...advancedFindingTexts,
  ...readingTexts,
  ...manifestFindingTexts,
} as const satisfies Texts;
