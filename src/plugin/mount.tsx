import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Host } from '../host/host.ts';
import { mergeHost } from './merge-host.ts';
import type { Mounted } from './mounted.ts';
import { loadStylesheet } from './stylesheet.ts';

/**
 * Puts `content` into an element of a page of somebody else, in a child of its own that `unmount` removes. Nothing is
 * painted before the stylesheet is there.
 *
 * @param content made anew from the host on each update.
 * @param stylesheet address of the plugin's CSS; `undefined` where the page has it already.
 */
export function mountContent(
  element: HTMLElement,
  host: Host,
  content: (host: Host) => ReactNode,
  stylesheet: string | undefined,
): Mounted {
  const island = element.ownerDocument.createElement('div');
  const stage = element.ownerDocument.createElement('div');
  // Neither has a box: the plugin is as high as the element of the host.
  island.style.display = 'contents';
  stage.style.display = 'contents';
  element.append(island);
  let current = host;
  let root: Root | undefined;
  let over = false;

  const paint = () => {
    if (over) return;
    if (root === undefined) {
      island.append(stage);
      root = createRoot(stage);
    }
    root.render(content(current));
  };
  let ready = stylesheet === undefined;
  if (stylesheet === undefined) paint();
  else {
    void loadStylesheet(island, stylesheet, host.cspNonce).then(() => {
      ready = true;
      paint();
    });
  }

  return {
    update(changes) {
      current = mergeHost(current, changes);
      if (ready) paint();
    },
    unmount() {
      if (over) return;
      over = true;
      root?.unmount();
      island.remove();
    },
  };
}
