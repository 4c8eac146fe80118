import { type Entry, isEntry, textOf } from './kubeconfig.ts';

/** Where the credentials of a user come from. */
export type SignIn =
  /** They are in the kubeconfig or in files that it names, or there are none. */
  | { readonly kind: 'written' }
  | { readonly kind: 'execPlugin'; readonly exec: Entry }
  | { readonly kind: 'authProvider'; readonly provider: Entry };

/**
 * An exec plugin counts only for a user who has nothing else, and an auth-provider only where nothing else gives a token, as
 * with kubectl (client-go, plugin/pkg/client/auth/exec/exec.go and transport/round_trippers.go).
 */
export function signInOf(user: Entry): SignIn {
  const has = (...keys: readonly string[]) => keys.some((key) => textOf(user, key) !== '');
  const token = has('token', 'tokenFile', 'username');
  const certificate =
    has('client-certificate', 'client-certificate-data') && has('client-key', 'client-key-data');
  const { exec, 'auth-provider': provider } = user;
  if (isEntry(exec) && !token && !certificate) return { kind: 'execPlugin', exec };
  if (isEntry(provider) && !isEntry(exec) && !token) return { kind: 'authProvider', provider };
  return { kind: 'written' };
}
