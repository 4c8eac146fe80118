import { useEffect, useState, type RefObject } from 'react';

/**
 * Puts the focus back when the dialog that calls this is taken off the page: on `opener`, or on what had it before.
 * antd does so only for dialogs that are closed and stay.
 */
export function useFocusBack(opener?: RefObject<HTMLElement | null>): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const target = opener?.current ?? before;
      if (target instanceof HTMLElement && target.isConnected) target.focus();
    },
    [opener, before],
  );
}
