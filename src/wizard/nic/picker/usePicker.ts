import { useState } from 'react';

export interface Picker {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  /** Closes it and puts the focus back on its button. */
  readonly close: () => void;
}

/** Whether a picker is open. @param id of its button; @param onClosed told when it closes: the user has been there */
export function usePicker(id: string, onClosed: () => void): Picker {
  const [open, set] = useState(false);
  const setOpen = (next: boolean) => {
    set(next);
    if (!next) onClosed();
  };
  return {
    open,
    setOpen,
    close: () => {
      setOpen(false);
      document.getElementById(id)?.focus();
    },
  };
}
