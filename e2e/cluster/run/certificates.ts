import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import {
  bitString,
  boolean,
  element,
  implicit,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  set,
  tagged,
  utcTime,
  utf8String,
} from './der.ts';

/** A certificate and its key, as PEM. */
export interface Certificate {
  certificate: string;
  key: string;
}

/** Who a certificate is for. Kubernetes reads users from the common name and groups from the organizations. */
interface Subject {
  commonName: string;
  organizations?: readonly string[];
}

export interface Authority {
  /** Its own certificate, as PEM. */
  readonly certificate: string;
  /** For one who connects to a server. */
  client(subject: Subject): Certificate;
  /** For a server that is reached by these host names and addresses; it may also connect to others. */
  server(subject: Subject, hosts: readonly string[]): Certificate;
}

const LIFETIME = 365 * 24 * 3_600_000;
/** Clocks differ a little. */
const LEEWAY = 3_600_000;

const ECDSA_WITH_SHA256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));
const CLIENT_AUTH = objectIdentifier('1.3.6.1.5.5.7.3.2');
const SERVER_AUTH = objectIdentifier('1.3.6.1.5.5.7.3.1');
const DIGITAL_SIGNATURE = bitString(Buffer.from([0x80]), 7);
const CERT_SIGN = bitString(Buffer.from([0x04]), 2);

/**
 * Makes a certificate authority whose key lives as long as the process: node has no function for certificates, so they are
 * written here (RFC 5280, ECDSA over P-256).
 * @param now when it is made
 */
export function createAuthority(commonName: string, now: Date): Authority {
  const own = keyPair();
  const issuer = nameOf({ commonName });
  const keyId = keyIdentifier(own.publicKey);

  function issue(subject: Buffer, publicKey: KeyObject, extensions: readonly Buffer[]): string {
    const serial = randomBytes(16);
    serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
    const body = sequence(
      tagged(0, integer(Buffer.from([2]))),
      integer(serial),
      ECDSA_WITH_SHA256,
      issuer,
      sequence(utcTime(new Date(now.getTime() - LEEWAY)), utcTime(new Date(now.getTime() + LIFETIME))),
      subject,
      publicKey.export({ type: 'spki', format: 'der' }),
      tagged(3, sequence(...extensions)),
    );
    const signature = sign('sha256', body, own.privateKey);
    return pem(sequence(body, ECDSA_WITH_SHA256, bitString(signature)));
  }

  function leaf(subject: Subject, extensions: readonly Buffer[]): Certificate {
    const { publicKey, privateKey } = keyPair();
    const common = [
      extension('2.5.29.19', sequence(), true),
      extension('2.5.29.15', DIGITAL_SIGNATURE, true),
      extension('2.5.29.35', sequence(implicit(0, keyId))),
    ];
    return {
      certificate: issue(nameOf(subject), publicKey, [...common, ...extensions]),
      key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    };
  }

  return {
    certificate: issue(issuer, own.publicKey, [
      extension('2.5.29.19', sequence(boolean(true)), true),
      extension('2.5.29.15', CERT_SIGN, true),
      extension('2.5.29.14', octetString(keyId)),
    ]),
    client: (subject) => leaf(subject, [extension('2.5.29.37', sequence(CLIENT_AUTH))]),
    server: (subject, hosts) =>
      leaf(subject, [
        extension('2.5.29.37', sequence(SERVER_AUTH, CLIENT_AUTH)),
        extension('2.5.29.17', sequence(...hosts.map(generalName))),
      ]),
  };
}

/** A pair of RSA keys as PEM, for the tokens of service accounts. */
export function signingKeys(): { publicKey: string; privateKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

function keyPair(): { publicKey: KeyObject; privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
}

function keyIdentifier(key: KeyObject): Buffer {
  return createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest();
}

function nameOf({ commonName, organizations = [] }: Subject): Buffer {
  const attribute = (type: string, value: string) => set(sequence(objectIdentifier(type), utf8String(value)));
  return sequence(
    ...organizations.map((organization) => attribute('2.5.4.10', organization)),
    attribute('2.5.4.3', commonName),
  );
}

function extension(type: string, value: Buffer, critical = false): Buffer {
  return sequence(objectIdentifier(type), ...(critical ? [boolean(true)] : []), octetString(value));
}

function generalName(host: string): Buffer {
  if (isIP(host) === 4) return implicit(7, Buffer.from(host.split('.').map(Number)));
  return element(0x82, Buffer.from(host, 'ascii'));
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
