import { readFileSync } from 'node:fs';
import { type ConnectionOptions, createSecureContext } from 'node:tls';
import type { ContextEntries } from './context-entries.ts';
import { type Entry, textOf } from './kubeconfig.ts';

/**
 * What TLS needs to know of a context. Data in the kubeconfig counts before a file that it names, as with kubectl
 * (client-go, transport/transport.go).
 *
 * @param user the user, or what stands for it: the certificate of an exec plugin in the keys of a kubeconfig.
 * @throws when a file cannot be read, or OpenSSL does not take what is in it.
 */
export function tlsOptions({ cluster }: ContextEntries, user: Entry): ConnectionOptions {
  const given = {
    ca: dataOrFile(cluster, 'certificate-authority'),
    cert: dataOrFile(user, 'client-certificate'),
    key: dataOrFile(user, 'client-key'),
  };
  // OpenSSL takes an `undefined` for a mistake.
  const secrets = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  createSecureContext(secrets);
  const servername = textOf(cluster, 'tls-server-name');
  return {
    ...secrets,
    ...(servername === '' ? {} : { servername }),
    ...(cluster['insecure-skip-tls-verify'] === true ? { rejectUnauthorized: false } : {}),
  };
}

function dataOrFile(entry: Entry, key: string): Buffer | undefined {
  const data = textOf(entry, `${key}-data`);
  if (data !== '') return Buffer.from(data, 'base64');
  const file = textOf(entry, key);
  return file === '' ? undefined : readFileSync(file);
}
