import { useId, type ReactNode } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  readonly title: string;
  /** One muted line under the title. */
  readonly detail?: ReactNode;
  /** At the right of the title. */
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** A card of the form: a title, and the fields that belong together. */
export function Section({ title, detail, action, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.head}>
        <div>
          <h3 id={id} className={styles.title}>
            {title}
          </h3>
          {detail !== undefined && <p className={styles.detail}>{detail}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}

interface FieldGridProps {
  /** Two and two: fields that come in pairs. */
  readonly pairs?: boolean;
  readonly children: ReactNode;
}

/** Fields side by side as far as there is room. */
export function FieldGrid({ pairs = false, children }: FieldGridProps) {
  return <div className={pairs ? styles.pairs : styles.grid}>{children}</div>;
}
