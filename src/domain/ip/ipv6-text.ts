import { failed, parsed } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
import { formatIpv4, parseIpv4 } from './ipv4-text.ts';
import type { Ipv4Error } from './ipv4-text.ts';

/** Why a text is not an IPv6 address. An embedded IPv4 tail fails with its own reason. */
export type Ipv6Error =
  /** Not eight groups, a stray colon, or more than one `::`. */
  | 'ipv6Shape'
  /** A group with more than four hexadecimal digits. */
  | 'ipv6Group'
  | Ipv4Error;

const GROUPS = 8;

/** Reads IPv6 text (RFC 4291 section 2.2, embedded IPv4 included) without a zone. */
export function parseIpv6(text: string): Parsed<bigint, Ipv6Error> {
  const halves = text.split('::');
  if (halves.length > 2) return failed('ipv6Shape');
  const [headText = '', tailText] = halves;
  const head = parseGroups(headText, tailText === undefined);
  if (!head.ok) return head;
  if (tailText === undefined) {
    return head.value.length === GROUPS ? parsed(joinGroups(head.value)) : failed('ipv6Shape');
  }
  const tail = parseGroups(tailText, true);
  if (!tail.ok) return tail;
  const zeros = GROUPS - head.value.length - tail.value.length;
  if (zeros < 1) return failed('ipv6Shape');
  const middle = Array.from({ length: zeros }, () => 0);
  return parsed(joinGroups([...head.value, ...middle, ...tail.value]));
}

/** Groups of one side of `::`. Only the end of the whole text may be an IPv4 address. */
function parseGroups(text: string, mayEndInIpv4: boolean): Parsed<number[], Ipv6Error> {
  if (text === '') return parsed([]);
  const parts = text.split(':');
  const groups: number[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.includes('.')) {
      if (!mayEndInIpv4 || index !== parts.length - 1) return failed('ipv6Shape');
      const ipv4 = parseIpv4(part);
      if (!ipv4.ok) return ipv4;
      groups.push(ipv4.value >>> 16, ipv4.value & 0xffff);
    } else {
      if (part === '') return failed('ipv6Shape');
      if (part.length > 4) return failed('ipv6Group');
      groups.push(Number.parseInt(part, 16));
    }
  }
  return parsed(groups);
}

function joinGroups(groups: readonly number[]): bigint {
  let value = 0n;
  for (let index = 0; index < GROUPS; index += 2) {
    const pair = (groups[index] ?? 0) * 0x10000 + (groups[index + 1] ?? 0);
    value = (value << 32n) | BigInt(pair);
  }
  return value;
}

/** Canonical text (RFC 5952): lower case, the first longest run of zero groups shortened, IPv4-mapped as `::ffff:1.2.3.4`. */
export function formatIpv6(value: bigint): string {
  if (value >> 32n === 0xffffn) return `::ffff:${formatIpv4(Number(value & 0xffffffffn))}`;
  const groups = Array.from({ length: GROUPS }, (_, index) =>
    Number((value >> BigInt(16 * (GROUPS - 1 - index))) & 0xffffn),
  );
  const gap = longestZeroRun(groups);
  const hex = groups.map((group) => group.toString(16));
  if (gap.length < 2) return hex.join(':');
  return `${hex.slice(0, gap.start).join(':')}::${hex.slice(gap.start + gap.length).join(':')}`;
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let length = 0;
  for (const [index, group] of groups.entries()) {
    length = group === 0 ? length + 1 : 0;
    if (length > best.length) best = { start: index - length + 1, length };
  }
  return best;
}
