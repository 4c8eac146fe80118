import { useFollowedState } from '../../cluster/useFollowedState.ts';
import { ListStateSign } from '../../ui/ListStateSign.tsx';

/** Whether what the page shows is up to date, all its lists together. Nothing on a page without lists. */
export function PageSign() {
  const state = useFollowedState();
  return state === undefined ? null : <ListStateSign state={state} />;
}
