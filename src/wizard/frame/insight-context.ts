import { createContext, use } from 'react';
import type { Finding } from '../../domain/checks/finding.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import type { ManifestDocuments } from '../../domain/workload/manifest-document.ts';

/** What follows from the draft at this moment. It may be a keystroke behind while the page is busy. */
export interface Insight {
  readonly draft: Draft;
  /** The manifest that will be sent. */
  readonly documents: ManifestDocuments;
  /** What the checks say of the draft in this cluster. */
  readonly findings: readonly Finding[];
}

const InsightContext = createContext<Insight | undefined>(undefined);

export const InsightProvider = InsightContext.Provider;

/** What follows from the draft. Throws outside of the wizard: a programming error, not a state. */
export function useInsight(): Insight {
  const insight = use(InsightContext);
  if (insight === undefined) throw new Error('useInsight outside InsightProvider');
  return insight;
}
