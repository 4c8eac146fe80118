import type { Host } from '../host/host.ts';

/** Something of the plugin on a page of somebody else. */
export interface Mounted {
  /** Replaces what is given of the host; the rest stays, and so does everything on the page. */
  update(host: Partial<Host>): void;
  /** Takes everything away: elements, styles, listeners, timers, watches. Calling it twice does no harm. */
  unmount(): void;
}
