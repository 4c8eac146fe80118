import { useLocation } from 'react-router';
import { useFollowedState } from '../../cluster/useFollowedState.ts';
import { ListStateSign } from '../../ui/ListStateSign.tsx';
import { placeOf } from './place.ts';

/** Whether what a form knows of the cluster is up to date, all its lists together. Other pages say it of each list. */
export function PageSign() {
  const { pathname } = useLocation();
  const state = useFollowedState();
  if (placeOf(pathname).page !== 'create' || state === undefined) return null;
  return <ListStateSign state={state} />;
}
