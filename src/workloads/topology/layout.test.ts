import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, type LayoutEdge, type LayoutNode } from './layout.ts';

const node = (key: string, column: number): LayoutNode => ({ key, column });

describe('layOut', () => {
  it('keeps ways straight, and puts what is shared in the middle', () => {
    const { places, rows } = layOut(
      [
        node('pods', 0),
        node('eth0', 1),
        node('net1', 1),
        node('net2', 1),
        node('a', 2),
        node('b', 2),
        node('p', 3),
      ],
      [
        { from: 'pods', to: 'eth0' },
        { from: 'pods', to: 'net1' },
        { from: 'pods', to: 'net2' },
        { from: 'eth0', to: 'a' },
        { from: 'net1', to: 'b' },
        { from: 'net2', to: 'b' },
        { from: 'b', to: 'p' },
      ],
    );
    expect(Object.fromEntries([...places].map(([key, { row }]) => [key, row]))).toEqual({
      pods: 1,
      eth0: 0,
      net1: 1,
      net2: 2,
      a: 0,
      b: 1.5,
      p: 1.5,
    });
    expect(rows).toBe(3);
  });

  it('of nothing is nothing', () => {
    expect(layOut([], [])).toEqual({ places: new Map(), rows: 1 });
  });

  const graphs = fc
    .array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 20 })
    .map((columns) => columns.map((column, index) => node(String(index), column)))
    .chain((nodes) =>
      fc
        .array(fc.tuple(fc.nat(nodes.length - 1), fc.nat(nodes.length - 1)), { maxLength: 30 })
        .map((pairs) => ({
          nodes,
          edges: pairs.map(([from, to]): LayoutEdge => ({ from: String(from), to: String(to) })),
        })),
    );

  it('never puts two nodes on one place, nor any outside', () => {
    fc.assert(
      fc.property(graphs, ({ nodes, edges }) => {
        const { places, rows } = layOut(nodes, edges);
        expect(places.size).toBe(nodes.length);
        for (const { key, column } of nodes) {
          const place = places.get(key);
          expect(place?.column).toBe(column);
          expect(place?.row).toBeGreaterThanOrEqual(0);
          expect(place?.row).toBeLessThanOrEqual(rows - 1);
          for (const [other, { column: otherColumn, row }] of places) {
            if (other === key || otherColumn !== column) continue;
            expect(Math.abs(row - (place?.row ?? 0))).toBeGreaterThanOrEqual(1);
          }
        }
      }),
    );
  });
});
