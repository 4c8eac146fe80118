import type { Host } from '../../host/host.ts';

export interface Notice {
  readonly level: Parameters<Host['notify']>[0];
  readonly message: string;
  readonly detail: string | undefined;
}

/** Notifications on their way from the plugin to the page. What comes before anybody listens waits. */
export interface Notices {
  readonly tell: Host['notify'];
  /** The result ends it. */
  listen(listener: (notice: Notice) => void): () => void;
}

export function createNotices(): Notices {
  const listeners = new Set<(notice: Notice) => void>();
  let waiting: Notice[] = [];
  return {
    tell: (level, message, detail) => {
      const notice = { level, message, detail };
      if (listeners.size === 0) waiting.push(notice);
      for (const listener of listeners) listener(notice);
    },
    listen(listener) {
      listeners.add(listener);
      for (const notice of waiting) listener(notice);
      waiting = [];
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
