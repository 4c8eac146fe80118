import { useCallback } from 'react';

/**
 * The ref of an element that fills what is left of the window below whatever the host has above it: its distance
 * from the top of the page is the CSS variable `--top`.
 */
export function useTopOffset(): (element: HTMLElement | null) => (() => void) | undefined {
  return useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const measure = () => {
      const top = element.getBoundingClientRect().top + window.scrollY;
      element.style.setProperty('--top', `${Math.max(0, Math.round(top))}px`);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, []);
}
