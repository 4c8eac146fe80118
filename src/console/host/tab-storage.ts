import type { KeyValueStorage } from '../../host/host.ts';

const prefix = 'podnic.tab.';

/** Small strings of this tab, gone with it. A browser that refuses its storage gets one that lasts as long as the page. */
export function createTabStorage(page: Window): KeyValueStorage & { clear(): void } {
  const storage = usable(page);
  return {
    get: (key) => storage.getItem(prefix + key) ?? undefined,
    set: (key, value) => {
      storage.setItem(prefix + key, value);
    },
    remove: (key) => {
      storage.removeItem(prefix + key);
    },
    clear() {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
      for (const key of keys) if (key?.startsWith(prefix) === true) storage.removeItem(key);
    },
  };
}

function usable(page: Window): Storage {
  try {
    page.sessionStorage.setItem(`${prefix}probe`, '');
    page.sessionStorage.removeItem(`${prefix}probe`);
    return page.sessionStorage;
  } catch {
    return memoryStorage();
  }
}

function memoryStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => {
      kept.clear();
    },
  };
}
