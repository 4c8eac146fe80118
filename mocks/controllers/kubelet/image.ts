const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** `nginx:1.27` -> `1.27`; `latest` when there is neither tag nor digest, empty for a digest. */
export function imageTag(image: string): string {
  if (image.includes('@')) return '';
  const last = image.slice(image.lastIndexOf('/') + 1);
  const colon = last.indexOf(':');
  return colon < 0 ? 'latest' : last.slice(colon + 1);
}

/** The full name, as containerd reports it: `nginx` -> `docker.io/library/nginx:latest`. */
export function canonicalImage(image: string): string {
  const [first = '', ...rest] = image.split('/');
  const hasRegistry =
    rest.length > 0 && (first.includes('.') || first.includes(':') || first === 'localhost');
  const path = hasRegistry ? image : `docker.io/${rest.length > 0 ? image : `library/${image}`}`;
  const last = path.slice(path.lastIndexOf('/') + 1);
  return last.includes(':') || last.includes('@') ? path : `${path}:latest`;
}

/** A made-up digest; the same image always has the same. */
export function imageId(image: string): string {
  const name = canonicalImage(image);
  const repository = name.slice(0, name.lastIndexOf('/') + 1) + (lastPart(name).split(/[:@]/)[0] ?? '');
  const digest = Array.from({ length: 8 }, (_, index) =>
    hash(`${index}#${name}`).toString(16).padStart(8, '0'),
  );
  return `${repository}@sha256:${digest.join('')}`;
}

/** A made-up size in bytes, between 2 and 202 MB. */
export function imageSize(image: string): number {
  return 2_000_000 + (hash(canonicalImage(image)) % 200_000_000);
}

/** A made-up time to pull it, in milliseconds; always less than it takes to start a container. */
export function pullTime(image: string): number {
  return 150 + (hash(canonicalImage(image)) % 400);
}

/** What containerd answers when an image is not there. */
export function pullError(image: string): string {
  const name = canonicalImage(image);
  return (
    `rpc error: code = NotFound desc = failed to pull and unpack image "${name}": ` +
    `failed to resolve reference "${name}": ${name}: not found`
  );
}

/** Whether a container of this policy pulls an image again that is on the node. The default depends on the tag. */
export function alwaysPulls(image: string, policy: string | undefined): boolean {
  return (policy ?? (imageTag(image) === 'latest' ? 'Always' : 'IfNotPresent')) === 'Always';
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function hash(text: string): number {
  let value = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, FNV_PRIME) >>> 0;
  return value;
}
