import { useLanguage, useText } from '../../../i18n/useText.ts';
import { countText } from '../../../ui/stock/count-text.ts';
import { Note } from '../Note.tsx';
import type { ChosenPool } from './chosen-pools.ts';

/** Under several chosen pools: how many addresses there are in all. What is wrong with them is found by the checks. */
export function ChosenPoolNotes({ chosen }: { readonly chosen: readonly ChosenPool[] }) {
  const t = useText();
  const language = useLanguage();
  if (chosen.length < 2 || chosen.some(({ state }) => state.kind === 'unverified')) return undefined;
  const free = chosen.reduce(
    (sum, { state }) => sum + ('explained' in state ? state.explained.free : 0n),
    0n,
  );
  return <Note tone="quiet">{t('nic.pools.sum', { free: countText(free, language) })}</Note>;
}
