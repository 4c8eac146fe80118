import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { useText } from '../../../i18n/useText.ts';
import { PickerGroup, headHeight, optionId, rowHeight } from './PickerGroup.tsx';
import styles from './PickerPanel.module.css';

/** One line of a picker. What it looks like is the caller's; whether it may be chosen is known here. */
export interface PickerOption {
  /** What is chosen by it; `''` is the choice of nothing. */
  readonly id: string;
  /** A line that will not work is shown after the others, greyed, with its reason, and cannot be chosen. */
  readonly works: boolean;
}

export interface PickerPanelProps<Option extends PickerOption> {
  /** Base of the element ids in here. */
  readonly id: string;
  /** What is being picked: "net1 · IPv4 pools". */
  readonly title: string;
  readonly searchLabel: string;
  readonly options: readonly Option[];
  readonly selected: readonly string[];
  readonly multiple: boolean;
  /** Reads what was typed and tells which lines are meant. */
  readonly finder: (query: string) => (option: Option) => boolean;
  /** Makes an option of what was typed, where names may be typed because the list cannot be read. */
  readonly typedOption?: ((query: string) => Option | undefined) | undefined;
  readonly renderOption: (option: Option) => ReactNode;
  /** Everything about one line; opened with the arrow at its end, or → on the keyboard. */
  readonly renderDetail: (option: Option) => ReactNode;
  /** Above the list: chips of what is chosen, what could not be read. */
  readonly head?: ReactNode;
  readonly emptyText: string;
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}

const page = 8;

/**
 * The open part of a picker: a search field that keeps the focus (combobox), the lines that will work, then those that
 * will not and why (listbox), and the reasons of one line below them.
 */
export function PickerPanel<Option extends PickerOption>(props: PickerPanelProps<Option>) {
  const { id, options, selected, multiple, finder, typedOption, onPick, onClose } = props;
  const t = useText();
  const [query, setQuery] = useState('');
  const [activeId, setActiveId] = useState<string>();
  const [detailOpen, setDetailOpen] = useState(false);
  const [scroll, setScroll] = useState({ top: 0, height: 400 });
  const panel = useRef<HTMLDivElement>(null);
  const search = useRef<InputRef>(null);
  const list = useRef<HTMLDivElement>(null);
  const asked = query.trim();

  // Not deferred: Enter chooses of what was typed, not of what was typed before.
  const { works, fails } = useMemo(() => {
    const found = asked === '' ? options : options.filter(finder(asked));
    const typed = asked === '' ? undefined : typedOption?.(asked);
    return {
      works: [...(typed === undefined ? [] : [typed]), ...found.filter((option) => option.works)],
      fails: found.filter((option) => !option.works),
    };
  }, [options, asked, finder, typedOption]);

  const lines = [...works, ...fails];
  const active =
    lines.find((line) => line.id === activeId) ??
    lines.find((line) => selected.includes(line.id)) ??
    lines[0];
  const activeRow = active === undefined ? 0 : lines.indexOf(active);
  const failsTop = headHeight + Math.max(works.length, 1) * rowHeight;
  const activeTop =
    activeRow < works.length
      ? headHeight + activeRow * rowHeight
      : failsTop + headHeight + (activeRow - works.length) * rowHeight;

  const listHeight = detailOpen ? 264 : 352;

  useEffect(() => {
    search.current?.focus({ preventScroll: true });
  }, []);

  // The reasons take room from the list: the active line stays in view, and so does the panel.
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const bottom = activeTop + rowHeight - Math.min(element.clientHeight, listHeight);
    if (activeTop - headHeight < element.scrollTop) element.scrollTop = activeTop - headHeight;
    else if (bottom > element.scrollTop) element.scrollTop = bottom;
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, [activeTop, listHeight]);

  function moveTo(row: number) {
    setActiveId(lines[Math.min(Math.max(row, 0), lines.length - 1)]?.id);
  }

  function pick(line: Option | undefined) {
    if (line === undefined) return;
    setActiveId(line.id);
    if (!line.works && !selected.includes(line.id)) setDetailOpen(true);
    else onPick(line.id);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const input = event.currentTarget;
    const caretAtEnd =
      input.selectionStart === input.value.length && input.selectionEnd === input.value.length;
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => moveTo(activeRow + 1),
      ArrowUp: () => moveTo(activeRow - 1),
      PageDown: () => moveTo(activeRow + page),
      PageUp: () => moveTo(activeRow - page),
      Enter: () => pick(active),
      ...(caretAtEnd && active !== undefined && !detailOpen ? { ArrowRight: () => setDetailOpen(true) } : {}),
      ...(detailOpen ? { ArrowLeft: () => setDetailOpen(false) } : {}),
    };
    const step = steps[event.key];
    if (step === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    step();
  }

  function onListClick(event: MouseEvent<HTMLElement>) {
    if (!(event.target instanceof Element)) return;
    const row = event.target.closest<HTMLElement>('[data-line]');
    const line = lines.find((candidate) => candidate.id === row?.dataset['line']);
    if (line === undefined) return;
    if (event.target.closest('[data-detail]') === null) pick(line);
    else {
      setDetailOpen(!detailOpen || line !== active);
      setActiveId(line.id);
    }
  }

  const group = { id, selected, activeId: active?.id, scroll, renderOption: props.renderOption };
  return (
    <div ref={panel} className={styles.panel} role="dialog" aria-label={props.title}>
      {props.head !== undefined && <div className={styles.head}>{props.head}</div>}
      <Input
        ref={search}
        id={`${id}-search`}
        className={styles.search}
        variant="borderless"
        prefix={<SearchOutlined aria-hidden />}
        placeholder={props.searchLabel}
        role="combobox"
        aria-label={props.searchLabel}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active === undefined ? undefined : optionId(id, active.id)}
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActiveId(undefined);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={`${id}-list`}
        className={styles.list}
        style={{ maxHeight: listHeight }}
        role="listbox"
        tabIndex={-1}
        aria-label={props.title}
        aria-multiselectable={multiple}
        onScroll={(event) =>
          setScroll({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })
        }
        onMouseDown={(event) => event.preventDefault()}
        onClick={onListClick}
        onKeyDown={undefined}
      >
        <PickerGroup
          {...group}
          name="works"
          title={t('picker.works')}
          options={works}
          top={0}
          emptyText={props.emptyText}
        />
        {fails.length > 0 && (
          <PickerGroup
            {...group}
            name="fails"
            title={t('picker.fails')}
            options={fails}
            top={failsTop}
            emptyText=""
          />
        )}
      </div>
      <div
        className={styles.detail}
        role="region"
        aria-label={t('picker.why')}
        aria-live="polite"
        // Many reasons scroll, and the keyboard has to reach them.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        hidden={!detailOpen || active === undefined}
      >
        {detailOpen && active !== undefined && props.renderDetail(active)}
      </div>
      <div className={styles.foot}>
        <span>{t('picker.keys')}</span>
        <Button size="small" onClick={onClose}>
          {multiple ? t('picker.done') : t('word.close')}
        </Button>
      </div>
    </div>
  );
}
