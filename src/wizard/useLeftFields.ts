import { useCallback, useState } from 'react';

export interface LeftFields {
  /** Paths of fields. */
  readonly left: ReadonlySet<string>;
  readonly leave: (path: string) => void;
}

/** The fields that somebody was in and left, for fields that React Hook Form does not know one by one. */
export function useLeftFields(): LeftFields {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const leave = useCallback(
    (path: string) => setLeft((before) => (before.has(path) ? before : new Set([...before, path]))),
    [],
  );
  return { left, leave };
}
