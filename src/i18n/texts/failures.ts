import type { Texts } from '../texts.ts';
import { clusterFailureTexts } from './failures/cluster.ts';
import { failureFactTexts } from './failures/facts.ts';
import { ipamFailureTexts } from './failures/ipam.ts';
import { nicFailureTexts } from './failures/nic.ts';

/** Why a Pod does not run, and what to do (domain reference 7.2). A cause without a text in both languages is a compile error. */
export const failureTexts = {
  ...ipamFailureTexts,
  ...nicFailureTexts,
  ...clusterFailureTexts,
  ...failureFactTexts,
} as const satisfies Texts;
