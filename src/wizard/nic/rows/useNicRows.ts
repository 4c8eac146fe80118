import { useState } from 'react';
import { flushSync } from 'react-dom';
import { addNic, duplicateNic, moveNic, removeNic } from '../../../domain/spiderpool/nic-actions.ts';
import type { NicIndex } from '../../../domain/spiderpool/with-nic.ts';
import type { NetworkDraft } from '../../../domain/workload/draft.ts';
import { useText } from '../../../i18n/useText.ts';
import { useNicScope } from '../nic-scope.ts';
import { fitKeys, insertKey, moveKey, removeKey, type RowKeys } from './row-keys.ts';

/** From so many added NICs on, rows are one line until they are opened. */
const manyRows = 4;

export interface NicRowActions {
  readonly keyOf: (index: number) => number;
  readonly isFolded: (index: NicIndex) => boolean;
  readonly setFolded: (index: NicIndex, folded: boolean) => void;
  readonly allFolded: boolean;
  /** Folds all rows, or unfolds them when all are. */
  readonly foldAll: () => void;
  readonly add: () => void;
  readonly duplicate: (index: number) => void;
  readonly remove: (index: number) => void;
  readonly move: (from: number, to: number) => void;
  /** What has just been done to the rows, for a screen reader, in the language of now. */
  readonly said: string;
}

/** What was done to a row, to be put into words. */
interface Said {
  readonly key: `nic.said.${'added' | 'duplicated' | 'removed' | 'moved'}`;
  readonly params: { readonly nic: string; readonly place?: string };
}

/** What is done to whole rows, and where the focus goes then. The focus never falls to the page. */
export function useNicRows(): NicRowActions {
  const t = useText();
  const { network, view, nics, change, follow, idOf } = useNicScope();
  const count = network.nics.length;
  const [storedKeys, setKeys] = useState<RowKeys>(() => fitKeys([], count));
  const [folds, setFolds] = useState<ReadonlyMap<number | 'eth0', boolean>>(new Map());
  const [said, setSaid] = useState<Said>();
  const keys = fitKeys(storedKeys, count);
  const rowKey = (index: NicIndex) => (index === 'eth0' ? 'eth0' : (keys[index] ?? -1));
  const isFolded = (index: NicIndex) => folds.get(rowKey(index)) ?? (index !== 'eth0' && count >= manyRows);
  const nameOf = (index: number) => nics[index + 1]?.interfaceName ?? '';

  function edit(next: NetworkDraft, nextKeys: RowKeys, words: Said, open?: number) {
    flushSync(() => {
      change(next);
      follow(nextKeys.map((key) => keys.indexOf(key)));
      setKeys(nextKeys);
      setSaid(words);
      const opened = open === undefined ? undefined : nextKeys[open];
      if (opened !== undefined) setFolds(new Map([...folds, [opened, false]]));
    });
  }

  return {
    keyOf: (index) => keys[index] ?? index,
    isFolded,
    setFolded: (index, folded) => setFolds(new Map([...folds, [rowKey(index), folded]])),
    allFolded: keys.every((_, index) => isFolded(index)),
    foldAll: () => {
      const fold = !keys.every((_, index) => isFolded(index));
      setFolds(new Map(keys.map((key) => [key, fold])));
    },
    add: () => {
      const words: Said = { key: 'nic.said.added', params: { nic: `net${count + 1}` } };
      edit(addNic(network), insertKey(keys, count), words, count);
      focus(idOf(`network.nics.${count}.attachment`));
    },
    duplicate: (index) => {
      const words: Said = { key: 'nic.said.duplicated', params: { nic: nameOf(index) } };
      edit(duplicateNic(network, index, view), insertKey(keys, index + 1), words, index + 1);
      focus(idOf(`network.nics.${index + 1}.attachment`));
    },
    remove: (index) => {
      const words: Said = { key: 'nic.said.removed', params: { nic: nameOf(index) } };
      edit(removeNic(network, index, view), removeKey(keys, index), words);
      const near = Math.min(index, count - 2);
      focus(near < 0 ? idOf('network.nics') : idOf(`network.nics.${near}.row`));
    },
    move: (from, to) => {
      if (to < 0 || to >= count || to === from) return;
      const words: Said = { key: 'nic.said.moved', params: { nic: nameOf(from), place: nameOf(to) } };
      edit(moveNic(network, from, to), moveKey(keys, from, to), words);
      focus(idOf(`network.nics.${to}.handle`));
    },
    said: said === undefined ? '' : t(said.key, said.params),
  };
}

function focus(id: string): void {
  document.getElementById(id)?.focus();
}
