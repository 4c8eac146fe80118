import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useSearchParams } from 'react-router';
import { focusField } from '../../ui/field-id.ts';
import { useFieldPrefix } from '../../ui/useFieldPrefix.ts';
import { focusTitle } from './focus-title.ts';
import { placeOfPath, readFocus, type Place } from './place.ts';

/**
 * Opens the place of a field and focuses the field once it is on the page. A change of page without a wanted field
 * starts at the top of the new page, with the focus on its title. The first wish is in the URL: a link may lead to a field.
 *
 * @param page what is on screen, the same text for all tabs of a page
 */
export function useJump(
  place: Place,
  page: string,
  go: (place: Place) => void,
  scroller: RefObject<HTMLElement | null>,
): (path: string) => void {
  const prefix = useFieldPrefix();
  const shown = useRef(page);
  const [search] = useSearchParams();
  const [wanted, setWanted] = useState(() => wantedOf(readFocus(search)));
  const reached = useRef<Wanted>(undefined);
  useEffect(() => {
    const turned = shown.current !== page;
    shown.current = page;
    if (turned) scroller.current?.scrollTo?.(0, 0);
    const arrived =
      wanted !== undefined && wanted !== reached.current && isSame(placeOfPath(wanted.path), place);
    if (arrived) reached.current = wanted;
    // After the effect: a folded row opens itself at once when it gets the focus, which React refuses within one.
    queueMicrotask(() => {
      if (!(arrived && focusField(prefix, wanted.path)) && turned) {
        focusTitle(scroller.current);
      }
    });
  }, [place, page, prefix, scroller, wanted]);
  return useCallback(
    (path) => {
      go(placeOfPath(path));
      setWanted({ path });
    },
    [go],
  );
}

function wantedOf(path: string | undefined): Wanted | undefined {
  return path === undefined ? undefined : { path };
}

/** A field to go to. Each wish is an object of its own, so the same field can be wished for twice. */
interface Wanted {
  readonly path: string;
}

function isSame(a: Place, b: Place): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
