import type { KeyboardEvent } from 'react';
import { useText } from '../../i18n/useText.ts';
import styles from './YamlPreview.module.css';

interface PreviewTabsProps {
  readonly id: string;
  readonly titles: readonly string[];
  readonly shown: string;
  readonly onShow: (title: string) => void;
}

/** One tab for each object. Arrow keys move between them. */
export function PreviewTabs({ id, titles, shown, onShow }: PreviewTabsProps) {
  const t = useText();
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = titles[(titles.indexOf(shown) + by + titles.length) % titles.length];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    onShow(next);
    document.getElementById(tabId(id, next))?.focus();
  };
  return (
    <div role="tablist" aria-label={t('yaml.objects')} className={styles.tabs}>
      {titles.map((title) => (
        <button
          key={title}
          type="button"
          role="tab"
          id={tabId(id, title)}
          aria-selected={title === shown}
          aria-controls={`${id}-lines`}
          tabIndex={title === shown ? 0 : -1}
          className={styles.tab}
          onClick={() => onShow(title)}
          onKeyDown={onKeyDown}
        >
          {title}
        </button>
      ))}
    </div>
  );
}

export function tabId(id: string, title: string): string {
  return `${id}-${title.replaceAll(' ', '-')}`;
}
