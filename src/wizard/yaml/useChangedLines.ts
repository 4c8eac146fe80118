import { useState } from 'react';
import { changedLines } from '../../domain/workload/changed-lines.ts';
import type { ChangedLines } from '../../ui/yaml/YamlLines.tsx';

const none: ChangedLines = { indexes: new Set(), edit: 0 };

/**
 * Remembers what was shown before, and says what is new in it. Another document (`key`) is not an edit: it starts anew.
 * @param text the lines shown now; the same array while nothing has changed
 */
export function useChangedLines(key: string, text: readonly string[]): ChangedLines {
  const [seen, setSeen] = useState({ key, text, changed: none });
  if (seen.key === key && seen.text === text) return seen.changed;
  const changed = seen.key === key ? afterEdit(seen.changed, changedLines(seen.text, text)) : none;
  setSeen({ key, text, changed });
  return changed;
}

/** Lines that merely went away leave nothing to mark. */
function afterEdit(before: ChangedLines, indexes: readonly number[]): ChangedLines {
  return indexes.length === 0
    ? { ...none, edit: before.edit }
    : { indexes: new Set(indexes), edit: before.edit + 1 };
}
