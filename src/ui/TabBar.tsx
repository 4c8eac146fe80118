import type { KeyboardEvent, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './TabBar.module.css';

export interface Tab {
  readonly key: string;
  readonly label: ReactNode;
}

interface TabBarProps {
  /** Start of the ids of the tabs and of their panel. */
  readonly id: string;
  /** What the tabs choose among. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly active: string;
  readonly onPick: (key: string) => void;
  /** Beside the last tab. */
  readonly action?: ReactNode;
}

/** Tabs over one panel. Arrow keys, Home and End choose; the panel is there in the same render. */
export function TabBar({ id, label, tabs, active, onPick, action }: TabBarProps) {
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const next = nextIndex(event.key, index, tabs.length);
    const tab = next === undefined ? undefined : tabs[next];
    if (tab === undefined) return;
    event.preventDefault();
    onPick(tab.key);
    document.getElementById(tabId(id, tab.key))?.focus();
  };
  return (
    <div className={styles.bar}>
      <div role="tablist" aria-label={label} className={styles.tabs}>
        {tabs.map((tab, index) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={tabId(id, tab.key)}
            aria-selected={tab.key === active}
            aria-controls={tab.key === active ? `${id}-panel` : undefined}
            tabIndex={tab.key === active ? 0 : -1}
            className={classNames(styles.tab, tab.key === active && styles.active)}
            onClick={() => onPick(tab.key)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {action}
    </div>
  );
}

interface TabPanelProps {
  /** As given to the `TabBar`. */
  readonly id: string;
  readonly active: string;
  readonly children: ReactNode;
}

/** What the chosen tab shows. */
export function TabPanel({ id, active, children }: TabPanelProps) {
  return (
    <div role="tabpanel" id={`${id}-panel`} aria-labelledby={tabId(id, active)} className={styles.panel}>
      {children}
    </div>
  );
}

function tabId(id: string, key: string): string {
  return `${id}-tab-${key}`;
}

function nextIndex(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
