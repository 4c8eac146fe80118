import { useEffect, useRef } from 'react';
import { YamlLines } from '../../ui/yaml/YamlLines.tsx';
import type { PreviewDocument } from './preview-document.ts';
import { tabId } from './PreviewTabs.tsx';
import { useChangedLines } from './useChangedLines.ts';
import styles from './YamlPreview.module.css';

interface PreviewLinesProps {
  readonly id: string;
  readonly document: PreviewDocument;
  /** See `YamlLine`. */
  readonly names: string;
}

/** The lines of one object. It scrolls to what was just edited, unless somebody is reading in it. */
export function PreviewLines({ id, document, names }: PreviewLinesProps) {
  const { lines, text, title } = document;
  const scroller = useRef<HTMLDivElement>(null);
  const changed = useChangedLines(title, text);

  useEffect(() => {
    const element = scroller.current;
    const line = element?.children[Math.min(...changed.indexes)];
    if (element === null || !(line instanceof HTMLElement)) return;
    if (element.matches(':hover') || element.contains(element.ownerDocument.activeElement)) return;
    const above = line.offsetTop < element.scrollTop;
    const below = line.offsetTop + line.offsetHeight > element.scrollTop + element.clientHeight;
    if (above || below) element.scrollTop = line.offsetTop - element.clientHeight / 3;
  }, [changed]);

  return (
    <div
      ref={scroller}
      id={`${id}-lines`}
      role="tabpanel"
      aria-labelledby={tabId(id, title)}
      // Long manifests scroll, and the keyboard has to reach them.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={styles.lines}
    >
      <YamlLines lines={lines} names={names} changed={changed} />
    </div>
  );
}
