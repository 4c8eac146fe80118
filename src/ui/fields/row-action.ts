/** The part of a key event that decides what it does in a row. */
export interface RowKey {
  readonly key: string;
  readonly altKey: boolean;
  readonly nativeEvent: { readonly isComposing: boolean };
}

/**
 * What a key does in a row of text; `undefined` leaves it to the field. Enter that ends the composition of an input
 * method is left to the field.
 * @param empty the row holds nothing
 * @param ordered the order of the rows has a meaning
 */
export function rowAction(
  event: RowKey,
  empty: boolean,
  ordered: boolean,
): 'add' | 'remove' | 'up' | 'down' | undefined {
  if (event.nativeEvent.isComposing) return undefined;
  if (event.key === 'Enter') return 'add';
  if (event.key === 'Backspace' && empty) return 'remove';
  if (ordered && event.altKey && event.key === 'ArrowUp') return 'up';
  if (ordered && event.altKey && event.key === 'ArrowDown') return 'down';
  return undefined;
}
