/** What of a graph its layout looks at. */
export interface LayoutNode {
  readonly key: string;
  readonly column: number;
}

export interface LayoutEdge {
  readonly from: string;
  readonly to: string;
}

/** Where a node is: its column, and its row, which may be between two rows. */
export interface LayoutPlace {
  readonly column: number;
  readonly row: number;
}

export interface Layout {
  readonly places: ReadonlyMap<string, LayoutPlace>;
  /** Rows in all. */
  readonly rows: number;
}

/**
 * Places the nodes of a graph in columns, edges going to the right. Each node is as near to the middle of those that
 * lead to it as the nodes above it leave room for, so that lines run straight where they can.
 */
export function layOut(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Layout {
  const places = new Map<string, LayoutPlace>();
  const columns = [...new Set(nodes.map(({ column }) => column))].toSorted((a, b) => a - b);
  let last = 0;
  for (const column of columns) {
    const inColumn = nodes
      .filter((node) => node.column === column)
      .map(({ key }, order) => ({ key, wanted: middleBefore(key, edges, places) ?? order }))
      .toSorted((a, b) => a.wanted - b.wanted);
    let next = 0;
    for (const { key, wanted } of inColumn) {
      const row = Math.max(next, wanted);
      places.set(key, { column, row });
      next = row + 1;
    }
    last = Math.max(last, next);
  }
  return { places: withStart(places, columns[0], last), rows: Math.max(1, Math.ceil(last)) };
}

/** The first column stands in the middle of all rows. */
function withStart(
  places: Map<string, LayoutPlace>,
  first: number | undefined,
  rows: number,
): ReadonlyMap<string, LayoutPlace> {
  const starts = [...places].filter(([, { column }]) => column === first);
  const [only, ...more] = starts;
  if (only !== undefined && more.length === 0) {
    places.set(only[0], { column: only[1].column, row: Math.max(0, (rows - 1) / 2) });
  }
  return places;
}

function middleBefore(
  key: string,
  edges: readonly LayoutEdge[],
  places: ReadonlyMap<string, LayoutPlace>,
): number | undefined {
  // The one node of the first column says nothing about the order of what follows it.
  const rows = edges.flatMap(({ from, to }) => {
    const place = to === key ? places.get(from) : undefined;
    return place === undefined || place.column === 0 ? [] : [place.row];
  });
  return rows.length === 0 ? undefined : rows.reduce((sum, row) => sum + row, 0) / rows.length;
}
