import { Button } from 'antd';
import type { PoolExplanation } from '../../../domain/spiderpool/eligibility.ts';
import type { PoolReason } from '../../../domain/spiderpool/pool-rules.ts';
import { useLanguage, useText } from '../../../i18n/useText.ts';
import { countText } from '../../../ui/stock/count-text.ts';
import { Note } from '../Note.tsx';
import { useNicScope } from '../nic-scope.ts';
import { asNodeSelector } from '../../../ui/stock/address-words.ts';
import type { ChosenPool } from './chosen-pools.ts';
import { usePoolWords } from './usePoolWords.ts';

interface ChosenPoolNotesProps {
  readonly chosen: readonly ChosenPool[];
  readonly onReplace: (name: string) => void;
}

/** Under the chosen pools: what will not work and why, conditions with what fulfils them, and how many addresses there are in all. */
export function ChosenPoolNotes({ chosen, onReplace }: ChosenPoolNotesProps) {
  const t = useText();
  const language = useLanguage();
  const free = chosen.reduce(
    (sum, { state }) => sum + ('explained' in state ? state.explained.free : 0n),
    0n,
  );
  const unverified = chosen.filter(({ state }) => state.kind === 'unverified').map(({ name }) => name);
  return (
    <>
      {chosen.map(({ name, state }) => {
        switch (state.kind) {
          case 'no':
            return <RefusedNote key={name} explained={state.explained} onReplace={() => onReplace(name)} />;
          case 'conditional':
            return state.explained.reasons.map((reason) => (
              <ConditionNote key={`${name} ${reason.code}`} explained={state.explained} reason={reason} />
            ));
          case 'unverified':
          case 'eligible':
          case 'pattern':
          case 'missing':
            return undefined;
        }
      })}
      {unverified.length > 0 && (
        <Note tone="warning">{t('nic.pools.unverified.note', { names: unverified.join(', ') })}</Note>
      )}
      {chosen.length > 1 && unverified.length === 0 && (
        <Note tone="quiet">{t('nic.pools.sum', { free: countText(free, language) })}</Note>
      )}
    </>
  );
}

function RefusedNote({ explained, onReplace }: { explained: PoolExplanation; onReplace: () => void }) {
  const t = useText();
  const words = usePoolWords();
  const first = explained.reasons.find(({ effect }) => effect === 'no');
  return (
    <Note tone="error">
      {explained.pool.name}: {first !== undefined && words.reason(explained, first)}{' '}
      <Button type="link" size="small" onClick={onReplace}>
        {t('nic.pools.replace', { name: explained.pool.name })}
      </Button>
    </Note>
  );
}

/** A pool of some nodes only: the node selector that keeps the Pods there is one click away (S19). */
function ConditionNote({ explained, reason }: { explained: PoolExplanation; reason: PoolReason }) {
  const t = useText();
  const words = usePoolWords();
  const { addNodeSelector } = useNicScope();
  const { pool } = explained;
  const labels =
    reason.code === 'pool.onlyOnNodes' ? asNodeSelector(pool.nodeNames, pool.nodeAffinity) : undefined;
  return (
    <Note tone="warning">
      {pool.name}: {words.reason(explained, reason)}. {words.remedy(explained, reason)}{' '}
      {labels !== undefined && addNodeSelector !== undefined && (
        <Button type="link" size="small" onClick={() => addNodeSelector(labels)}>
          {t('nic.nodeSelector.add', {
            labels: Object.entries(labels)
              .map(([key, value]) => `${key}=${value}`)
              .join(', '),
          })}
        </Button>
      )}
    </Note>
  );
}
