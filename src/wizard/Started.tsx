import { useState, type ReactNode } from 'react';
import type { DraftStart } from './frame/draft-start.ts';

interface StartedProps {
  readonly make: () => DraftStart;
  readonly children: (start: DraftStart) => ReactNode;
}

/** Takes what is there at first, and stays with it. */
export function Started({ make, children }: StartedProps) {
  const [start] = useState(make);
  return children(start);
}
