import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './at-exit.ts';
import { createAuthority } from './certificates.ts';
import type { Authority, Certificate } from './certificates.ts';
import { OWNER_FILE, SCRATCH_PREFIX, sweepLeftovers } from './leftovers.ts';
import { removeFolder } from './remove-folder.ts';

/** The folder that a control plane lives in: certificates, data, sockets and logs. It goes with it, or with this process. */
export interface Scratch {
  readonly folder: string;
  readonly authority: Authority;
  /** Writes a file that only its owner may read. @returns its path */
  write(name: string, text: string): string;
  /** Writes `NAME.crt` and `NAME.key`. */
  writeCertificate(name: string, certificate: Certificate): { certificate: string; key: string };
  /** Writes a kubeconfig for one user. @returns its path */
  writeKubeconfig(name: string, server: string, user: Certificate): string;
  remove(): void;
}

/** Makes the folder and a certificate authority of its own. The name is short: a path of a socket has at most 107 bytes. */
export function createScratch(): Scratch {
  const parent = realpathSync(tmpdir());
  sweepLeftovers(parent);
  const folder = mkdtempSync(join(parent, SCRATCH_PREFIX));
  const forget = atExit(() => removeFolder(folder));
  const authority = createAuthority('podnic-cluster', new Date());

  function write(name: string, text: string): string {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  }

  write(OWNER_FILE, String(process.pid));
  write('ca.crt', authority.certificate);
  return {
    folder,
    authority,
    write,
    writeCertificate: (name, { certificate, key }) => ({
      certificate: write(`${name}.crt`, certificate),
      key: write(`${name}.key`, key),
    }),
    writeKubeconfig: (name, server, user) =>
      write(name, JSON.stringify(kubeconfig(server, authority.certificate, user), undefined, 2)),
    remove() {
      removeFolder(folder);
      forget();
    },
  };
}

/** A kubeconfig with everything in it. JSON is YAML. */
function kubeconfig(server: string, authority: string, user: Certificate) {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'podnic-real', cluster: { server, 'certificate-authority-data': base64(authority) } }],
    users: [
      {
        name: 'podnic-real',
        user: {
          'client-certificate-data': base64(user.certificate),
          'client-key-data': base64(user.key),
        },
      },
    ],
    contexts: [{ name: 'podnic-real', context: { cluster: 'podnic-real', user: 'podnic-real' } }],
    'current-context': 'podnic-real',
  };
}
