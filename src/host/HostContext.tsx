import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import type { Host, Source } from './host.ts';

const HostContext = createContext<Host | undefined>(undefined);

export const HostProvider = HostContext.Provider;

/** The host that this tree is mounted in. Throws outside `HostProvider`: a programming error, not a state. */
export function useHost(): Host {
  const host = use(HostContext);
  if (host === undefined) throw new Error('useHost outside HostProvider');
  return host;
}

/** A `Source`'s value now, and again whenever it changes. */
export function useSource<Value>(source: Source<Value>): Value {
  const subscribe = useCallback((listener: () => void) => source.subscribe(listener), [source]);
  const get = useCallback(() => source.get(), [source]);
  return useSyncExternalStore(subscribe, get);
}
