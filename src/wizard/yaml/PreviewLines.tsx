import { useEffect, useMemo, useRef } from 'react';
import type { PreviewDocument } from './preview-document.ts';
import { tabId } from './PreviewTabs.tsx';
import { useChangedLines } from './useChangedLines.ts';
import { lineStates } from './yaml-tokens.ts';
import { YamlLine } from './YamlLine.tsx';
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
  const states = useMemo(() => lineStates(text), [text]);

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
      {lines.map((line, index) => (
        <YamlLine
          // A line is known by its place: that is what its number says.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          number={index + 1}
          line={line}
          names={names}
          block={states[index]?.block}
          changed={changed.indexes.has(index) ? changed.edit : 0}
        />
      ))}
    </div>
  );
}
