import type { Credential } from './credential.ts';
import { type Entry, isEntry, textOf } from './kubeconfig.ts';

/** A token that ends within this time is not used any more (milliseconds), as in client-go (plugin/pkg/client/auth/oidc). */
const beforeEnd = 10_000;

/** The id-token of an auth-provider, or what there is to say instead; nothing of a token is in it. */
export type ProviderToken =
  | { readonly ok: true; readonly credential: Credential & { readonly expires: number } }
  | { readonly ok: false; readonly problem: string };

/**
 * The token that `users[].user.auth-provider` has now. A new one is not asked for here: identity providers take a
 * refresh-token back when they give the next, and kubectl would be left with one that is worth nothing. kubectl writes the
 * new ones into the kubeconfig, which is then read again.
 */
export function providerToken(provider: Entry, now: number): ProviderToken {
  const name = textOf(provider, 'name');
  if (name !== 'oidc') {
    return {
      ok: false,
      problem: `its auth-provider "${name}" is not supported (kubectl has none but "oidc" either, since 1.26); an exec plugin such as gke-gcloud-auth-plugin or kubelogin takes its place`,
    };
  }
  const { config } = provider;
  const token = isEntry(config) ? textOf(config, 'id-token') : '';
  const renew =
    'kubectl renews it when it is used with this user, and an exec plugin such as kubelogin whenever it is time';
  if (token === '') return { ok: false, problem: `its auth-provider has no id-token; ${renew}` };
  const expires = expiryOf(token);
  if (expires === undefined) return { ok: false, problem: 'the id-token of its auth-provider is no JWT' };
  if (now >= expires - beforeEnd) {
    return { ok: false, problem: `the id-token of its auth-provider has expired; ${renew}` };
  }
  return { ok: true, credential: { token, certificate: '', key: '', expires } };
}

/** When a JWT ends (RFC 7519 4.1.4), in milliseconds since 1970; one that does not say so has ended. `undefined` for anything else. */
function expiryOf(token: string): number | undefined {
  const [, payload, signature, ...more] = token.split('.');
  if (payload === undefined || signature === undefined || more.length > 0) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    if (!isEntry(claims)) return undefined;
    return typeof claims['exp'] === 'number' ? claims['exp'] * 1000 : 0;
  } catch {
    return undefined;
  }
}
