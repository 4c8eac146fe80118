import { createContext, use } from 'react';
import type { Step } from '../../domain/checks/steps.ts';
import type { ClusterView } from '../../domain/cluster-view.ts';
import type { LeftFields } from '../useLeftFields.ts';
import type { Place } from './place.ts';

/** What the steps need to know of the wizard around them. */
export interface WizardScope {
  readonly cluster: string;
  readonly view: ClusterView;
  readonly place: Place;
  readonly go: (place: Place) => void;
  /** Opens the place of a field and moves the focus to it. */
  readonly jump: (path: string) => void;
  /** The steps that were left or tried: everything wrong there is shown. */
  readonly visited: ReadonlySet<Step>;
  /** The fields of the NIC step that somebody was in and left. */
  readonly leftFields: LeftFields;
  /** How many errors are shown under a path of the draft now. */
  readonly errorsUnder: (prefix: string) => number;
  /** Name and namespace cannot change any more: the Deployment exists, only its Service is missing. */
  readonly identityLocked: boolean;
}

const WizardContext = createContext<WizardScope | undefined>(undefined);

export const WizardProvider = WizardContext.Provider;

/** The wizard that this step is in. Throws outside of one: a programming error, not a state. */
export function useWizard(): WizardScope {
  const scope = use(WizardContext);
  if (scope === undefined) throw new Error('useWizard outside WizardProvider');
  return scope;
}
