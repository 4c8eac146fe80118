import {
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { formatAddress } from '../../domain/ip/address.ts';
import { useHost, useSource } from '../../host/HostContext.tsx';
import { useText } from '../../i18n/useText.ts';
import { ForReaders } from '../../ui/ForReaders.tsx';
import { glyphColours } from './glyphs.ts';
import { addressAt, move, placeOf, type Grid, type GridMove } from './grid.ts';
import { paintGrid } from './paint-grid.ts';
import styles from './RangeMapView.module.css';
import type { RangeMapViewProps } from './RangeMapView.tsx';

interface Cursor {
  readonly address: bigint;
  /** What the keys move is scrolled into sight; what the pointer is on is there already. */
  readonly byKey: boolean;
}

interface CellMapProps extends RangeMapViewProps {
  readonly grid: Grid;
  /** Side of a cell with its gap, in pixels. */
  readonly cell: number;
}

const moves: Readonly<Record<string, GridMove>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

/** Height of a row label, in pixels. */
const labelHeight = 14;

/**
 * The cells on one canvas. The pointer or the arrow keys move over them; what is under them is said below, aloud too;
 * Enter or a click takes it.
 */
export function CellMap({ grid, cell, map, selected, onSelect, describe }: CellMapProps) {
  const t = useText();
  const keysId = useId();
  const [cursor, setCursor] = useState<Cursor>();
  const at = cursor !== undefined && placeOf(grid, cursor.address) !== undefined ? cursor.address : undefined;
  const mark = useRef<HTMLSpanElement>(null);
  const theme = useSource(useHost().theme);
  const point = (address: bigint | undefined, byKey: boolean) =>
    setCursor(address === undefined ? undefined : { address, byKey });
  const onKeyDown = (event: KeyboardEvent) => {
    const way = moves[event.key];
    if (way !== undefined) {
      const first = map.blocks[0]?.first ?? 0n;
      point(at === undefined ? (selected ?? first) : move(grid, at, way), true);
    } else if (event.key === 'Enter' && at !== undefined) onSelect(at);
    else if (event.key === 'Escape' && selected !== undefined) onSelect(undefined);
    else return;
    event.preventDefault();
  };
  useLayoutEffect(() => {
    if (cursor?.byKey === true) mark.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [cursor]);
  const under = (event: MouseEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const column = Math.floor((event.clientX - left) / cell);
    return addressAt(grid, { row: Math.floor((event.clientY - top) / cell), column });
  };
  return (
    <>
      <div className={styles['map']}>
        <RowLabels grid={grid} cell={cell} />
        {/* What is no list, table or picture of one thing: the keys are told to whoever comes here. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          className={styles['cells']}
          role="application"
          aria-label={t('map.title')}
          aria-describedby={keysId}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            if (event.currentTarget.matches(':focus-visible') && at === undefined) {
              point(selected ?? map.blocks[0]?.first, true);
            }
          }}
          onPointerMove={(event) => point(under(event), false)}
          onPointerLeave={() => point(undefined, false)}
          onClick={(event) => onSelect(under(event))}
        >
          <Canvas key={theme} grid={grid} cell={cell} />
          {selected !== undefined && <Mark grid={grid} cell={cell} address={selected} kind="selected" />}
          {at !== undefined && <Mark ref={mark} grid={grid} cell={cell} address={at} kind="cursor" />}
        </div>
      </div>
      <ForReaders id={keysId}>{t('map.keys')}</ForReaders>
      <output className={styles['said']}>
        {at === undefined
          ? t('map.hint')
          : t('map.cell', { address: formatAddress({ family: map.family, value: at }), state: describe(at) })}
      </output>
    </>
  );
}

/** Drawn anew for another theme: it has the colours of the one that it was made in. */
function Canvas({ grid, cell }: { readonly grid: Grid; readonly cell: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const style = getComputedStyle(element);
    const colourOf = (name: string) => style.getPropertyValue(name).trim();
    paintGrid(element, grid, {
      cell,
      ratio: window.devicePixelRatio,
      colours: {
        used: colourOf(glyphColours.used),
        handedOut: colourOf(glyphColours.handedOut),
        free: colourOf(glyphColours.free),
        reserved: colourOf(glyphColours.reserved),
        excluded: colourOf(glyphColours.excluded),
      },
    });
  }, [grid, cell]);
  return (
    <canvas
      ref={canvas}
      aria-hidden
      style={{ width: cell * grid.columns, height: cell * grid.rows.length }}
    />
  );
}

interface MarkProps {
  readonly ref?: React.Ref<HTMLSpanElement>;
  readonly grid: Grid;
  readonly cell: number;
  readonly address: bigint;
  readonly kind: 'cursor' | 'selected';
}

/** A frame around one cell. */
function Mark({ ref, grid, cell, address, kind }: MarkProps) {
  const place = placeOf(grid, address);
  if (place === undefined) return null;
  const style: CSSProperties = {
    left: place.column * cell - 2,
    top: place.row * cell - 2,
    width: cell + 3,
    height: cell + 3,
  };
  return <span ref={ref} className={styles[kind]} style={style} aria-hidden />;
}

/** The address at the start of a row, of as many rows as there is room for. */
function RowLabels({ grid, cell }: { readonly grid: Grid; readonly cell: number }) {
  const every = Math.ceil(labelHeight / cell);
  return (
    <div className={styles['labels']} aria-hidden>
      {grid.rows
        .filter((_, row) => row % every === 0)
        .map((value) => (
          <span key={String(value)} style={{ height: every * cell }}>
            {formatAddress({ family: grid.map.family, value })}
          </span>
        ))}
    </div>
  );
}
