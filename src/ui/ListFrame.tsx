import { SearchOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { ListState } from '../cluster/list-state.ts';
import { useText } from '../i18n/useText.ts';
import { ApiErrorNote } from './ApiErrorNote.tsx';
import { EmptyState } from './EmptyState.tsx';
import styles from './ListFrame.module.css';
import { ListStateSign } from './ListStateSign.tsx';

interface ListFrameProps {
  readonly title: string;
  readonly state: ListState;
  /** How many there are, and how many of them the search finds. */
  readonly count: number;
  readonly shown: number;
  readonly filter: Filter;
  readonly searchLabel: string;
  /** Beside the search. */
  readonly action?: ReactNode;
  /** In the place of the list when there is none, each in its own words. */
  readonly texts: ListTexts;
  /** What helps when there is none. */
  readonly emptyHelp?: ReactNode;
  /** The list. */
  readonly children: ReactNode;
}

export interface ListTexts {
  readonly empty: string;
  readonly emptyHint: string;
  readonly absent: string;
  readonly absentHint?: string;
  readonly noMatch: string;
  /** Before the plain words of a 403, and of any other failure. */
  readonly forbidden?: string;
  readonly failed?: string;
}

/** A page that is one list: its title, what is known of it now, the search, and the list or why there is none. */
export function ListFrame(props: ListFrameProps) {
  const { title, state, filter, searchLabel, action } = props;
  return (
    <section className={styles['page']} aria-labelledby="list-title">
      <header className={styles['header']}>
        <h1 id="list-title">{title}</h1>
        <ListStateSign state={state} />
        <span className={styles['space']} />
        <Input
          className={styles['search'] ?? ''}
          type="search"
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          placeholder={searchLabel}
          aria-label={searchLabel}
          value={filter.value}
          onChange={(event) => filter.set(event.target.value)}
        />
        {action}
      </header>
      <ListOrReason {...props} />
    </section>
  );
}

function ListOrReason({ state, count, shown, filter, texts, emptyHelp, children }: ListFrameProps) {
  const t = useText();
  if (state.phase === 'forbidden') return <ApiErrorNote error={state.error} title={texts.forbidden} />;
  if (state.phase === 'failed') return <ApiErrorNote error={state.error} title={texts.failed} />;
  if (state.phase === 'absent') return <EmptyState title={texts.absent} hint={texts.absentHint} />;
  if (count === 0 && state.phase === 'live') {
    return (
      <EmptyState title={texts.empty} hint={texts.emptyHint}>
        {emptyHelp}
      </EmptyState>
    );
  }
  if (shown === 0 && count > 0) {
    return (
      <EmptyState title={texts.noMatch}>
        <Button onClick={() => filter.set('')}>{t('list.clearSearch')}</Button>
      </EmptyState>
    );
  }
  return children;
}

/** The text of a search, kept in the URL. */
export interface Filter {
  readonly value: string;
  readonly set: (value: string) => void;
}

/** @param name of the parameter: a page may have several. */
export function useFilter(name = 'filter'): Filter {
  const [search, setSearch] = useSearchParams();
  const set = (value: string) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return { value: search.get(name) ?? '', set };
}
