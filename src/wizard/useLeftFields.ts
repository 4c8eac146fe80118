import { useCallback, useMemo, useState } from 'react';

export interface LeftFields {
  /** Paths of fields. */
  readonly left: ReadonlySet<string>;
  readonly leave: (path: string) => void;
  /**
   * The rows of a list are others now: what is known of one goes with it, and a new one has been left by nobody.
   * @param list the path of the list, `network.nics`
   * @param before for each row of now, its place before; -1 for a new one
   */
  readonly follow: (list: string, before: readonly number[]) => void;
}

/** The fields that somebody was in and left, for fields that React Hook Form does not know one by one. */
export function useLeftFields(): LeftFields {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const leave = useCallback(
    (path: string) => setLeft((known) => (known.has(path) ? known : new Set([...known, path]))),
    [],
  );
  const follow = useCallback(
    (list: string, before: readonly number[]) => setLeft((known) => moved(known, `${list}.`, before)),
    [],
  );
  return useMemo(() => ({ left, leave, follow }), [left, leave, follow]);
}

function moved(left: ReadonlySet<string>, prefix: string, before: readonly number[]): ReadonlySet<string> {
  return new Set(
    [...left].flatMap((path) => {
      if (!path.startsWith(prefix)) return [path];
      const [, row = '', rest = ''] = /^(\d+)(.*)$/s.exec(path.slice(prefix.length)) ?? [];
      const now = before.indexOf(Number(row));
      return now < 0 ? [] : [`${prefix}${now}${rest}`];
    }),
  );
}
