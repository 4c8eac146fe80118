import { useCallback, useState, type RefObject } from 'react';
import { useFormContext } from 'react-hook-form';
import { allFindings } from '../../domain/checks/all-findings.ts';
import { steps, type Step } from '../../domain/checks/steps.ts';
import type { ClusterView } from '../../domain/cluster-view.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { firstPlaceOf, type Place } from './place.ts';
import { firstErrorOf, type StepState } from './step-states.ts';
import { useJump } from './useJump.ts';
import { usePlace } from './usePlace.ts';

export interface Steps {
  readonly place: Place;
  /** The steps that were left, tried or passed over: everything wrong there is shown. */
  readonly visited: ReadonlySet<Step>;
  readonly go: (place: Place) => void;
  /** Opens the place of a field and focuses the field. */
  readonly jump: (path: string) => void;
  /** To the next step, or to the first error of this one. `undefined` on the last. */
  readonly next: (() => void) | undefined;
  /** `undefined` on the first step. */
  readonly back: (() => void) | undefined;
  /** To a step, or to the error that blocks it. */
  readonly pick: (state: StepState) => void;
  /** Shows everything that is wrong, on every step. */
  readonly visitAll: () => void;
}

/**
 * Moving through the wizard. A step that is left is checked from then on, and those before the one that a link opens.
 *
 * @param filled the form starts from a workload: nothing of it is merely empty yet, and all of it is checked
 */
export function useSteps(view: ClusterView, scroller: RefObject<HTMLElement | null>, filled: boolean): Steps {
  const { getValues } = useFormContext<Draft>();
  const [place, setPlace] = usePlace();
  const current = place.step;
  const [visited, setVisited] = useState<ReadonlySet<Step>>(
    () => new Set(filled ? steps : steps.slice(0, steps.indexOf(current))),
  );
  const visit = useCallback((step: Step) => setVisited((now) => new Set([...now, step])), []);
  const go = useCallback(
    (to: Place) => {
      if (to.step !== current) visit(current);
      setPlace(to);
    },
    [current, visit, setPlace],
  );
  const jump = useJump(place, pageOf(place), go, scroller);
  /** Opens a place unless the step before it has an error: then that is where to go. */
  const goPast = useCallback(
    (step: Step, to: Place) => {
      visit(step);
      const error = firstErrorOf(allFindings(getValues(), view), step);
      if (error === undefined) go(to);
      else jump(error.path);
    },
    [visit, getValues, view, go, jump],
  );
  const pick = useCallback(
    ({ key, blockedBy }: StepState) => {
      if (blockedBy === undefined) go(firstPlaceOf(key));
      else goPast(blockedBy, firstPlaceOf(key));
    },
    [go, goPast],
  );
  const following = steps[steps.indexOf(current) + 1];
  return {
    place,
    visited,
    go,
    jump,
    next: following === undefined ? undefined : () => goPast(current, firstPlaceOf(following)),
    back: backOf(place, go),
    pick,
    visitAll: () => setVisited(new Set(steps)),
  };
}

/** The page of a place: its tabs are one page. */
function pageOf(place: Place): string {
  return place.step === 'advanced' && place.section === 'nics' ? 'nics' : place.step;
}

function backOf(place: Place, go: (place: Place) => void): (() => void) | undefined {
  if (place.step === 'advanced' && place.section === 'nics') return () => go(firstPlaceOf('advanced'));
  const previous = steps[steps.indexOf(place.step) - 1];
  return previous === undefined ? undefined : () => go(firstPlaceOf(previous));
}
