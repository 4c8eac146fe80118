import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { isIP } from 'node:net';

/** A certificate with its key, as PEM. */
export interface TestCertificate {
  readonly cert: string;
  readonly key: string;
}

export interface TestAuthority extends TestCertificate {
  /** Issues a certificate for names and addresses; none for a client. */
  issue(commonName: string, names?: readonly string[], end?: Date): TestCertificate;
}

const day = 86_400_000;

/** A CA of its own for each test: X.509 version 3 (RFC 5280) with ECDSA over P-256, encoded by hand because Node cannot. */
export function createAuthority(commonName = 'test-ca'): TestAuthority {
  const own = keyPair();
  const authority = certificate({
    subject: commonName,
    issuer: commonName,
    publicKey: own.publicKey,
    signingKey: own.privateKey,
    extensions: [extension([2, 5, 29, 19], true, sequence(der(0x01, Buffer.from([0xff]))))],
    end: new Date(Date.now() + 30 * day),
  });
  return {
    cert: authority,
    key: pem(own.privateKey),
    issue(subject, names = [], end = new Date(Date.now() + day)) {
      const pair = keyPair();
      const cert = certificate({
        subject,
        issuer: commonName,
        publicKey: pair.publicKey,
        signingKey: own.privateKey,
        extensions:
          names.length === 0 ? [] : [extension([2, 5, 29, 17], false, sequence(...names.map(nameOf)))],
        end,
      });
      return { cert, key: pem(pair.privateKey) };
    },
  };
}

function keyPair() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function pem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

interface Contents {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly signingKey: KeyObject;
  readonly extensions: readonly Buffer[];
  readonly end: Date;
}

let serial = 1;

function certificate({ subject, issuer, publicKey, signingKey, extensions, end }: Contents): string {
  serial += 1;
  const ecdsaWithSha256 = sequence(oid([1, 2, 840, 10045, 4, 3, 2]));
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([0x01, serial >> 8, serial & 0xff])),
    ecdsaWithSha256,
    distinguishedName(issuer),
    sequence(time(new Date(Date.now() - 2 * day)), time(end)),
    distinguishedName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    ...(extensions.length === 0 ? [] : [der(0xa3, sequence(...extensions))]),
  );
  const signature = sign('sha256', toBeSigned, signingKey);
  const whole = sequence(toBeSigned, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length = body.length;
  const head =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), body]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, ...parts);
}

function oid([first = 0, second = 0, ...rest]: readonly number[]): Buffer {
  const bytes = rest.flatMap((arc) => {
    const septets = [arc & 0x7f];
    for (let left = arc >> 7; left > 0; left >>= 7) septets.unshift((left & 0x7f) | 0x80);
    return septets;
  });
  return der(0x06, Buffer.from([first * 40 + second, ...bytes]));
}

function distinguishedName(commonName: string): Buffer {
  return sequence(der(0x31, sequence(oid([2, 5, 4, 3]), der(0x0c, Buffer.from(commonName)))));
}

function time(date: Date): Buffer {
  return der(0x18, Buffer.from(date.toISOString().replaceAll(/[-:T]|\.\d+/g, '')));
}

function extension(id: readonly number[], critical: boolean, value: Buffer): Buffer {
  const flag = critical ? [der(0x01, Buffer.from([0xff]))] : [];
  return sequence(oid(id), ...flag, der(0x04, value));
}

/** An entry of subjectAltName: an IPv4 address or a DNS name. */
function nameOf(name: string): Buffer {
  return isIP(name) === 4
    ? der(0x87, Buffer.from(name.split('.').map(Number)))
    : der(0x82, Buffer.from(name));
}
