import { createContext, use, useSyncExternalStore } from 'react';

/** Which NIC the pointer or the focus is on, on whichever side: its row, the picture or its YAML lines. */
export interface LitNic {
  /** Its position in the Pod, eth0 is 0; the pointer wins over the focus. */
  readonly get: () => number | undefined;
  readonly point: (position: number | undefined) => void;
  readonly focus: (position: number | undefined) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createLitNic(): LitNic {
  const listeners = new Set<() => void>();
  let pointed: number | undefined;
  let focused: number | undefined;
  const tell = () => listeners.forEach((listener) => listener());
  return {
    get: () => pointed ?? focused,
    point(position) {
      if (pointed === position) return;
      pointed = position;
      tell();
    },
    focus(position) {
      if (focused === position) return;
      focused = position;
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const LitNicContext = createContext<LitNic>(createLitNic());

/** Put it around the NIC step and the preview, so that the one lights up what belongs to the other. */
export const LitNicProvider = LitNicContext.Provider;

/** Whether any of these NICs is lit now. Only what changes is drawn again. */
export function useIsLit(positions: readonly number[]): boolean {
  const lit = use(LitNicContext);
  return useSyncExternalStore(lit.subscribe, () => {
    const position = lit.get();
    return position !== undefined && positions.includes(position);
  });
}

interface LightHandlers {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/** Handlers for something that stands for a NIC. */
export function useLight(): (position: number) => LightHandlers {
  const lit = use(LitNicContext);
  return (position) => ({
    onPointerEnter: () => lit.point(position),
    onPointerLeave: () => lit.point(undefined),
    onFocus: () => lit.focus(position),
    onBlur: () => lit.focus(undefined),
  });
}
