import type { Host } from '../../host/host.ts';

export interface Notice {
  readonly level: Parameters<Host['notify']>[0];
  readonly message: string;
  readonly detail: string | undefined;
}

/** Notifications on their way from the plugin to the page. */
export interface Notices {
  readonly tell: Host['notify'];
  /** The result ends it. */
  listen(listener: (notice: Notice) => void): () => void;
}

export function createNotices(): Notices {
  const listeners = new Set<(notice: Notice) => void>();
  return {
    tell: (level, message, detail) => {
      for (const listener of listeners) listener({ level, message, detail });
    },
    listen(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
