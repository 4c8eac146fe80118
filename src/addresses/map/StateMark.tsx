import type { CellState } from '../../domain/spiderpool/range-map.ts';
import { glyphColours, glyphs } from './glyphs.ts';
import styles from './RangeMapView.module.css';

const side = 12;

/** The mark of a state, as the map draws it. Always beside the word. */
export function StateMark({ state }: { readonly state: CellState }) {
  const { boxes, outline } = glyphs[state];
  const colour = `var(${glyphColours[state]})`;
  return (
    <svg className={styles['mark']} width={side} height={side} aria-hidden>
      {outline && (
        <rect x={0.5} y={0.5} width={side - 1} height={side - 1} fill="none" style={{ stroke: colour }} />
      )}
      {boxes.map((box) => (
        <rect
          key={`${box.x} ${box.y}`}
          x={box.x * side}
          y={box.y * side}
          width={box.width * side}
          height={box.height * side}
          style={{ fill: colour }}
        />
      ))}
    </svg>
  );
}
