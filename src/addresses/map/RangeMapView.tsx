import { useMemo } from 'react';
import type { RangeMap } from '../../domain/spiderpool/range-map.ts';
import { useText } from '../../i18n/useText.ts';
import { useElementWidth } from '../../ui/useElementWidth.ts';
import { BlockList } from './BlockList.tsx';
import { CellMap } from './CellMap.tsx';
import { gridOf, gridSize } from './grid.ts';
import { MapLegend } from './MapLegend.tsx';
import styles from './RangeMapView.module.css';

export interface RangeMapViewProps {
  readonly map: RangeMap;
  /** The address that the table shows. */
  readonly selected: bigint | undefined;
  readonly onSelect: (address: bigint | undefined) => void;
  /** The state of an address in words, with who holds or reserves it. */
  readonly describe: (address: bigint) => string;
}

/** Every address as a cell; of more than can be drawn, the blocks. */
export function RangeMapView(props: RangeMapViewProps) {
  const t = useText();
  const { map } = props;
  const [width, measure] = useElementWidth();
  const cells = Object.values(map.counts).reduce((sum, count) => sum + count, 0n);
  // The addresses at the start of the rows need room.
  const { columns, cell } = gridSize(cells, width - gutter(map));
  const grid = useMemo(() => gridOf(map, columns), [map, columns]);
  if (cells === 0n) return <p className={styles['second']}>{t('map.empty')}</p>;
  return (
    <div ref={measure}>
      <MapLegend counts={map.counts} />
      {grid === undefined ? (
        <BlockList map={map} describe={props.describe} />
      ) : (
        width > 0 && <CellMap {...props} grid={grid} cell={cell} />
      )}
    </div>
  );
}

/** Pixels for the longest address of the family at the size of the row labels, and for the bar that scrolls. */
function gutter({ family }: RangeMap): number {
  return family === 'ipv4' ? 132 : 220;
}
