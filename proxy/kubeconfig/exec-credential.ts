import type { Credential } from './credential.ts';
import { isEntry, textOf } from './kubeconfig.ts';

/**
 * What a plugin printed (`client.authentication.k8s.io`, ExecCredential.status).
 *
 * @returns `undefined` for what is no ExecCredential, and for one that has neither a token nor a certificate with its key.
 */
export function readCredential(output: string): Credential | undefined {
  const root = parseJson(output);
  const status = isEntry(root) && root['kind'] === 'ExecCredential' ? root['status'] : undefined;
  if (!isEntry(status)) return undefined;
  const token = textOf(status, 'token').trim();
  const certificate = textOf(status, 'clientCertificateData');
  const key = textOf(status, 'clientKeyData');
  if (token === '' && (certificate === '' || key === '')) return undefined;
  const expires = Date.parse(textOf(status, 'expirationTimestamp'));
  return { token, certificate, key, ...(Number.isNaN(expires) ? {} : { expires }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
