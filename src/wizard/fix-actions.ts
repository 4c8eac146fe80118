import { createContext, use } from 'react';
import type { Finding } from '../domain/checks/finding.ts';
import type { FixWords } from '../domain/checks/fixes/fix-words.ts';

/** The fixes of findings, in the form that they are about. */
export interface FixActions {
  /** What the fix does; `undefined` where there is none. */
  readonly words: (finding: Finding) => FixWords | undefined;
  /** Applies the fix to the form as it is now. */
  readonly apply: (finding: Finding) => void;
}

const FixActionsContext = createContext<FixActions>({ words: () => undefined, apply: () => undefined });

/** A context of its own: it changes with every change of the draft, and only who shows findings looks at it. */
export const FixActionsProvider = FixActionsContext.Provider;

/** The fixes of the form around. */
export function useFixActions(): FixActions {
  return use(FixActionsContext);
}
