import { DEFAULT_NETWORK, NETWORKS } from '../multus/annotation-keys.ts';
import { DEFAULT_ROUTE_NIC, IP_POOL, IP_POOLS, SUBNET, SUBNETS } from '../spiderpool/annotation-keys.ts';
import { parseNamesItem } from '../spiderpool/annotation-items.ts';
import { nicRows } from '../spiderpool/nic-rows.ts';
import type { NetworkDraft } from './draft.ts';

/** A part of a text that is about one NIC. */
export interface NicSpan {
  readonly from: number;
  /** Behind the last character. */
  readonly to: number;
  /** Position of the NIC in the Pod: 0 is eth0, 1 the first added one. */
  readonly nic: number;
}

/** Which part of an annotation's value is about which NIC. */
export function nicSpans(key: string, value: string, network: NetworkDraft): readonly NicSpan[] {
  const names = nicRows(network).map(({ interfaceName }) => interfaceName);
  const whole = (nic: number): readonly NicSpan[] => (nic === -1 ? [] : [{ from: 0, to: value.length, nic }]);
  switch (key) {
    case NETWORKS:
      return (/[[{"]/.test(value) ? objectsIn(value) : entriesIn(value)).map(([from, to], index) => ({
        from,
        to,
        nic: index + 1,
      }));
    case DEFAULT_NETWORK:
      return whole(0);
    case DEFAULT_ROUTE_NIC:
      return whole(names.indexOf(value));
    case SUBNETS:
    case IP_POOLS:
      return objectsIn(value).flatMap(([from, to], index) => {
        const name = parseNamesItem(value.slice(from, to))?.interfaceName;
        const nic = name === '' ? index : names.indexOf(name ?? '');
        return nic === -1 ? [] : [{ from, to, nic }];
      });
    case SUBNET:
      return whole(names.indexOf(parseNamesItem(value)?.interfaceName || 'eth0'));
    case IP_POOL:
      return names.length === 2 ? whole(1) : [];
    default:
      return [];
  }
}

type Range = readonly [from: number, to: number];

function entriesIn(text: string): readonly Range[] {
  return [...text.matchAll(/[^,]+/g)].map((match) => [match.index, match.index + match[0].length]);
}

/** The objects in the outer list of a JSON text. Braces inside strings do not count. */
function objectsIn(text: string): readonly Range[] {
  const ranges: Range[] = [];
  let depth = 0;
  let start = 0;
  for (const token of text.matchAll(/"(?:\\.|[^"\\])*"|[{}]/g)) {
    if (token[0] === '{') {
      if (depth === 0) start = token.index;
      depth += 1;
    } else if (token[0] === '}' && depth > 0) {
      depth -= 1;
      if (depth === 0) ranges.push([start, token.index + 1]);
    }
  }
  return ranges;
}
