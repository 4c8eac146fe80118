/** Which rows of a list of equally high rows are worth drawing. */
export interface RowWindow {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

/**
 * The rows that a scrolled viewport shows, with some to spare on both sides, so that ten thousand rows cost as much as
 * twenty.
 * @param count rows in the list.
 * @param rowHeight pixels of one row.
 * @param top pixels from the top of the list to the top of the viewport; negative when the list starts below it.
 * @param height pixels of the viewport.
 * @param spare rows drawn beyond each edge.
 */
export function rowWindow(
  count: number,
  rowHeight: number,
  top: number,
  height: number,
  spare: number,
): RowWindow {
  const first = Math.floor(top / rowHeight) - spare;
  const end = Math.ceil((top + height) / rowHeight) + spare;
  return { first: clamp(first, count), end: clamp(end, count) };
}

function clamp(row: number, count: number): number {
  return Math.min(Math.max(row, 0), count);
}
