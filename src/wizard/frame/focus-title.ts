/**
 * Moves the focus to the title of the step on screen, which does not scroll for it.
 *
 * @param page what scrolls the step; `null` where it is gone
 */
export function focusTitle(page: HTMLElement | null): void {
  page?.querySelector('h2')?.focus({ preventScroll: true });
}
