import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ListState } from '../../cluster/list-state.ts';
import { resources } from '../../cluster/resources.ts';
import { useList } from '../../cluster/useList.ts';
import type { TextKey } from '../../i18n/i18n.ts';
import { useText } from '../../i18n/useText.ts';
import { namespaceOptions } from './namespace-options.ts';
import styles from './NamespacePicker.module.css';

/** Narrows the lists of the page to a namespace, kept in the address. Where namespaces may not be listed, one is typed. */
export function NamespacePicker({ cluster }: { readonly cluster: string }) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState('');
  const { items, state } = useList(cluster, resources.namespaces);
  const names = useMemo(() => items.map((item) => item.metadata.name).toSorted(), [items]);
  const chosen = search.get('namespace') ?? '';
  const options = namespaceOptions(names, chosen, typed).map(({ name, known }) => ({
    value: name,
    label: name === '' ? t('console.namespace.all') : known ? name : t('console.namespace.use', { name }),
  }));
  const choose = (name: string) => {
    setTyped('');
    setSearch((current) => {
      const next = new URLSearchParams(current);
      if (name === '') next.delete('namespace');
      else next.set('namespace', name);
      return next;
    });
  };
  const hint = hintFor(state);
  return (
    <div className={styles['picker']}>
      <label htmlFor="podnic-namespace">{t('word.namespace')}</label>
      <Select
        id="podnic-namespace"
        className={styles['select'] ?? ''}
        value={chosen}
        options={options}
        virtual={options.length > 200}
        showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
        notFoundContent={t('console.namespace.none')}
        aria-describedby={hint === undefined ? undefined : 'podnic-namespace-hint'}
        onChange={choose}
        labelRender={({ value }) => (value === '' ? t('console.namespace.all') : value)}
      />
      {hint !== undefined && (
        <p id="podnic-namespace-hint" className={styles['hint']}>
          {t(hint)}
        </p>
      )}
    </div>
  );
}

function hintFor(state: ListState): TextKey | undefined {
  switch (state.phase) {
    case 'forbidden':
      return 'console.namespace.typed';
    case 'failed':
    case 'absent':
      return 'console.namespace.unread';
    case 'listing':
    case 'live':
    case 'stale':
      return undefined;
  }
}
