import { RightOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { PickerOption } from './PickerPanel.tsx';
import styles from './PickerPanel.module.css';
import { rowWindow } from './row-window.ts';

/** Pixels; the styles depend on them through custom properties. */
export const rowHeight = 44;
export const headHeight = 34;
const spareRows = 6;

export function optionId(id: string, line: string): string {
  return `${id}-line-${line}`;
}

interface PickerGroupProps<Option extends PickerOption> {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly options: readonly Option[];
  readonly selected: readonly string[];
  readonly activeId: string | undefined;
  /** The list's scroll position, and where this group starts in it, in pixels. */
  readonly scroll: { readonly top: number; readonly height: number };
  readonly top: number;
  readonly emptyText: string;
  readonly renderOption: (option: Option) => ReactNode;
}

/** A titled part of the list. Only the lines near the viewport are in the page, and the active one, which the search field names. */
export function PickerGroup<Option extends PickerOption>(props: PickerGroupProps<Option>) {
  const { id, name, options, selected, activeId, scroll, top } = props;
  const drawn = rowWindow(options.length, rowHeight, scroll.top - top - headHeight, scroll.height, spareRows);
  const headId = `${id}-${name}`;
  const height = headHeight + Math.max(options.length, props.emptyText === '' ? 0 : 1) * rowHeight;
  return (
    <div className={styles.group} role="group" aria-labelledby={headId} style={{ height }}>
      <div className={styles.groupHead} role="presentation" id={headId} style={{ height: headHeight }}>
        {props.title}{' '}
        <span className={styles.count}>{options.filter((option) => option.id !== '').length}</span>
      </div>
      {options.length === 0 && props.emptyText !== '' && (
        <div className={styles.empty} role="presentation">
          {props.emptyText}
        </div>
      )}
      {options.map((option, index) => {
        if ((index < drawn.first || index >= drawn.end) && option.id !== activeId) return undefined;
        const chosen = selected.includes(option.id);
        return (
          <div
            key={option.id}
            id={optionId(id, option.id)}
            data-line={option.id}
            className={styles.option}
            data-active={option.id === activeId || undefined}
            data-works={option.works}
            role="option"
            aria-selected={chosen}
            aria-disabled={!option.works && !chosen}
            aria-setsize={options.length}
            aria-posinset={index + 1}
            style={{ top: headHeight + index * rowHeight, height: rowHeight }}
          >
            <span
              className={styles.mark}
              aria-hidden
              data-mark={chosen ? 'chosen' : option.works ? 'free' : 'no'}
            />
            {props.renderOption(option)}
            <span className={styles.arrow} data-detail aria-hidden>
              <RightOutlined />
            </span>
          </div>
        );
      })}
    </div>
  );
}
