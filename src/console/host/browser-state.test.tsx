import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHistoryNavigation } from './history-navigation.ts';
import { createPreferences } from './preferences.ts';
import { createTabStorage } from './tab-storage.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('preferences', () => {
  it('honours and remembers the address, and takes it out of it', () => {
    history.replaceState(null, '', '/clusters?lang=zh-CN&theme=dark&namespace=x');
    const asked = createPreferences(window);
    expect([asked.locale.get(), asked.theme.get()]).toEqual(['zh-CN', 'dark']);
    expect(location.search).toBe('?namespace=x');
    const later = createPreferences(window);
    expect([later.locale.get(), later.theme.get()]).toEqual(['zh-CN', 'dark']);
  });

  it('remembers a choice', () => {
    createPreferences(window).locale.set('zh-CN');
    createPreferences(window).theme.set('dark');
    const later = createPreferences(window);
    expect([later.locale.get(), later.theme.get()]).toEqual(['zh-CN', 'dark']);
  });

  it('otherwise follows the browser, and takes nonsense for nothing', () => {
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('zh-TW');
    localStorage.setItem('podnic.theme', 'pink');
    history.replaceState(null, '', '/?lang=xx');
    const asked = createPreferences(window);
    expect([asked.locale.get(), asked.theme.get()]).toEqual(['zh-CN', 'light']);
  });

  it('lives with a browser that refuses its storage', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new Error('denied');
    });
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('denied');
    });
    const preferences = createPreferences(window);
    preferences.theme.set('dark');
    expect(preferences.theme.get()).toBe('dark');
  });
});

describe('history navigation', () => {
  it('moves in the browser, below its base', () => {
    const nav = createHistoryNavigation(window, '/podnic/');
    const seen: string[] = [];
    const stop = nav.subscribe(() => seen.push(nav.get()));
    nav.push('/clusters?x=1');
    expect(location.pathname + location.search).toBe('/podnic/clusters?x=1');
    const length = history.length;
    nav.replace('/clusters/demo/deployments');
    expect(history.length).toBe(length);
    stop();
    nav.push('/clusters');
    expect(seen).toEqual(['/clusters?x=1', '/clusters/demo/deployments']);
    expect(nav.href('/clusters')).toBe('/podnic/clusters');
  });

  it('hears the back button', () => {
    const nav = createHistoryNavigation(window, '/');
    const listener = vi.fn();
    nav.subscribe(listener);
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(listener).toHaveBeenCalledOnce();
  });
});

describe('tab storage', () => {
  it('keeps its own and clears only its own', () => {
    sessionStorage.setItem('of somebody else', '1');
    const storage = createTabStorage(window);
    storage.set('draft', 'x');
    expect(createTabStorage(window).get('draft')).toBe('x');
    storage.set('columns', 'y');
    storage.remove('columns');
    expect(storage.get('columns')).toBeUndefined();
    storage.clear();
    expect(storage.get('draft')).toBeUndefined();
    expect(sessionStorage.getItem('of somebody else')).toBe('1');
  });

  it('keeps things in memory where the browser refuses', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('denied');
    });
    const storage = createTabStorage(window);
    storage.set('draft', 'x');
    expect(storage.get('draft')).toBe('x');
    storage.clear();
    expect(storage.get('draft')).toBeUndefined();
  });
});
