import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { addTexts } from './i18n/i18n.ts';
import { addressTexts } from './i18n/texts/addresses.ts';
import { failureTexts } from './i18n/texts/failures.ts';
import { topologyTexts } from './i18n/texts/topology.ts';
import { workloadTexts } from './i18n/texts/workloads.ts';

// A component is tested without the page that brings its texts.
for (const table of [addressTexts, failureTexts, topologyTexts, workloadTexts]) addTexts(table);

/** What jsdom lacks and antd asks for at the first render. */
window.matchMedia = (query) => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener: () => {},
  removeEventListener: () => {},
  addListener: () => {},
  removeListener: () => {},
  dispatchEvent: () => false,
});

window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

Element.prototype.scrollIntoView = () => {};

/**
 * jsdom computes a style by trying each rule of antd's style sheets on the element, and a query by role asks for the
 * style of every element there is. What the queries want to know is whether something is hidden: that is said by
 * inline styles and by antd's classes that end in `-hidden`.
 */
const hiddenStyle = document.createElement('i').style;
hiddenStyle.display = 'none';
window.getComputedStyle = (element) => {
  const hidden = [...element.classList].some((name) => name.endsWith('-hidden'));
  return hidden ? hiddenStyle : (element as HTMLElement).style;
};

afterEach(cleanup);
