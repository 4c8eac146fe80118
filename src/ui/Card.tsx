import { useId, type ReactNode } from 'react';
import styles from './Card.module.css';

interface CardProps {
  readonly title: string;
  /** Beside the title. */
  readonly sign?: ReactNode;
  readonly children: ReactNode;
}

/** A section of a page, named by its heading. */
export function Card({ title, sign, children }: CardProps) {
  const id = useId();
  return (
    <section className={styles['card']} aria-labelledby={id}>
      <header className={styles['head']}>
        <h2 id={id}>{title}</h2>
        {sign}
      </header>
      {children}
    </section>
  );
}
