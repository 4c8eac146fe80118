import { X509Certificate } from 'node:crypto';
import { createServer, request } from 'node:https';
import type { Server } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { createAuthority } from './certificates.ts';

const LOOPBACK = '127.0.0.1';
const authority = createAuthority('test', new Date());
const own = authority.server({ commonName: 'server' }, [LOOPBACK, 'localhost']);
const administrator = authority.client({ commonName: 'somebody', organizations: ['system:masters'] });
let server: Server | undefined;

afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

/** Starts a server that wants client certificates and says who the client is. */
async function listen(): Promise<number> {
  const { certificate: cert, key } = own;
  server = createServer({ cert, key, ca: authority.certificate, requestCert: true }, (incoming, response) => {
    const { subject } = (incoming.socket as TLSSocket).getPeerCertificate();
    response.end(`${String(subject.CN)} of ${String(subject.O)}`);
  });
  await new Promise<void>((resolve) => server?.listen(0, LOOPBACK, resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function ask(port: number, options: object): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: LOOPBACK, port, servername: 'localhost', agent: false, ...options },
      (response) => {
        response.setEncoding('utf8');
        response.on('data', resolve);
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

describe('certificates', () => {
  it('let a server and a client know each other', async () => {
    const port = await listen();
    const { certificate: cert, key } = administrator;
    expect(await ask(port, { ca: authority.certificate, cert, key })).toBe('somebody of system:masters');
  });

  it('of a client that another authority made are refused', async () => {
    const port = await listen();
    const { certificate: cert, key } = createAuthority('other', new Date()).client({ commonName: 'x' });
    await expect(ask(port, { ca: authority.certificate, cert, key })).rejects.toThrow();
  });

  it('of a server are for its hosts alone', () => {
    const certificate = new X509Certificate(own.certificate);
    expect(certificate.checkIP(LOOPBACK)).toBe(LOOPBACK);
    expect(certificate.checkIP('127.0.0.2')).toBeUndefined();
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(certificate.checkHost('example.com')).toBeUndefined();
  });

  it('are signed by their authority, which is one', () => {
    const root = new X509Certificate(authority.certificate);
    const leaf = new X509Certificate(administrator.certificate);
    expect(root.ca).toBe(true);
    expect(leaf.ca).toBe(false);
    expect(leaf.checkIssued(root)).toBe(true);
    expect(leaf.verify(root.publicKey)).toBe(true);
    expect(leaf.verify(new X509Certificate(createAuthority('test', new Date()).certificate).publicKey)).toBe(
      false,
    );
  });

  it('are good from a little before now, for a year', () => {
    const now = new Date('2030-12-31T23:59:59Z');
    const { validFrom, validTo } = new X509Certificate(createAuthority('test', now).certificate);
    expect(new Date(validFrom).toISOString()).toBe('2030-12-31T22:59:59.000Z');
    expect(new Date(validTo).toISOString()).toBe('2031-12-31T23:59:59.000Z');
  });
});
