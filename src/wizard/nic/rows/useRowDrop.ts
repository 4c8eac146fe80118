import { useState, type DragEvent } from 'react';
import type { NicIndex } from '../../../domain/spiderpool/with-nic.ts';

/** The type by which a dragged row is known; nothing else can be dropped between the rows. */
const rowType = 'application/x-podnic-nic';

/** Begins to drag the row at `index`. */
export function startRowDrag({ dataTransfer }: DragEvent, index: number): void {
  dataTransfer.setData(rowType, String(index));
  dataTransfer.effectAllowed = 'move';
}

/** Where a dragged row would land beside the row at `index`, and the handlers that take it there. Nothing goes before eth0. */
export function useRowDrop(index: NicIndex, move: (from: number, to: number) => void) {
  const [side, setSide] = useState<'before' | 'after'>();
  const onDragOver = (event: DragEvent<HTMLElement>) => {
    if (!event.dataTransfer.types.includes(rowType)) return;
    event.preventDefault();
    setSide(sideOf(event, index));
  };
  const onDrop = (event: DragEvent<HTMLElement>) => {
    const from = Number(event.dataTransfer.getData(rowType));
    const gap = index === 'eth0' ? 0 : index + (sideOf(event, index) === 'after' ? 1 : 0);
    event.preventDefault();
    setSide(undefined);
    move(from, gap > from ? gap - 1 : gap);
  };
  return { side, handlers: { onDragOver, onDrop, onDragLeave: () => setSide(undefined) } };
}

function sideOf(event: DragEvent<HTMLElement>, index: NicIndex): 'before' | 'after' {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  return index === 'eth0' || event.clientY > top + height / 2 ? 'after' : 'before';
}
