import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readPlace, writePlace, type Place } from './place.ts';

/**
 * The place of the wizard, kept in the URL. Going to another step adds to the browser's history, so that Back goes
 * one step back; going to another tab of the same step does not.
 */
export function usePlace(): readonly [Place, (place: Place) => void] {
  const [search, setSearch] = useSearchParams();
  const place = useMemo(() => readPlace(search), [search]);
  const go = useCallback(
    (next: Place) => {
      setSearch((now) => writePlace(now, next), { replace: samePage(place, next) });
    },
    [setSearch, place],
  );
  return [place, go];
}

function samePage(a: Place, b: Place): boolean {
  const page = (place: Place) =>
    place.step === 'advanced' && place.section === 'nics' ? 'nics' : place.step;
  return page(a) === page(b);
}
