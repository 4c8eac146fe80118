import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { ListState } from '../cluster/list-state.ts';
import type { PoolProblem } from '../domain/spiderpool/pool.ts';
import { useText } from '../i18n/useText.ts';
import { ListStateSign } from '../ui/ListStateSign.tsx';
import { ReservedNote } from './ReservedNote.tsx';
import styles from './StockPage.module.css';
import type { ReservedList } from './useAddressLists.ts';

interface StockPageProps {
  readonly name: string;
  readonly state: ListState;
  readonly badges: ReactNode;
  /** Under the name. */
  readonly second: ReactNode;
  readonly action?: ReactNode;
  readonly problems: readonly PoolProblem[];
  readonly reserved: ReservedList;
  readonly children: ReactNode;
}

/** The page of one pool or subnet: what it is, what of it cannot be read, and its sections. */
export function StockPage({
  name,
  state,
  badges,
  second,
  action,
  problems,
  reserved,
  children,
}: StockPageProps) {
  const t = useText();
  return (
    <article className={styles['page']} aria-labelledby="stock-title">
      <header className={styles['header']}>
        <div className={styles['titles']}>
          <div className={styles['titleLine']}>
            <h1 id="stock-title">{name}</h1>
            <ListStateSign state={state} />
            {badges}
          </div>
          <p className={styles['second']}>{second}</p>
        </div>
        {action}
      </header>
      <div className={styles['body']}>
        {problems.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={problems.map((problem) => {
              const text = 'text' in problem ? problem.text : '';
              return <div key={`${problem.code} ${text}`}>{t(`problem.${problem.code}`, { text })}</div>;
            })}
          />
        )}
        <ReservedNote reserved={reserved} />
        {children}
      </div>
    </article>
  );
}
