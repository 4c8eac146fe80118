import { fromRanges } from '../ip/range-set.ts';
import { decodeMeta } from '../kubernetes-object.ts';
import type { Undecodable } from '../kubernetes-object.ts';
import { parsed } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
import { isRecord, parseJson, textsAt, valueAt } from '../untyped.ts';
import type { PoolProblem } from './pool.ts';
import { decodeStock, unheldOf } from './stock.ts';
import type { Subnet } from './subnet.ts';

/** Reads a SpiderSubnet (domain reference 2.3). What cannot be read is a problem on the subnet. */
export function decodeSubnet(object: unknown): Parsed<Subnet, Undecodable> {
  const meta = decodeMeta(object);
  if (!meta.ok) return meta;
  const stock = decodeStock(valueAt(object, 'spec'));
  const controlled = decodeControlledRanges(valueAt(object, 'status'));
  const handedOut = fromRanges(stock.family, controlled.ranges);
  return parsed({
    ...stock,
    ...unheldOf(stock.addresses, handedOut.set),
    name: meta.value.name,
    handedOut: handedOut.set,
    terminating: meta.value.terminating,
    problems: [
      ...stock.problems,
      ...controlled.problems,
      ...handedOut.problems.map(({ text }) => ({ code: 'pool.badRange' as const, text })),
    ],
  });
}

/** `status.controlledIPPools`: JSON text, the ranges that each pool has got. */
function decodeControlledRanges(status: unknown): {
  readonly ranges: readonly string[];
  readonly problems: readonly PoolProblem[];
} {
  if (!isRecord(status)) return { ranges: [], problems: [{ code: 'pool.noStatus' }] };
  const text = valueAt(status, 'controlledIPPools');
  if (text === undefined || text === null || text === '') return { ranges: [], problems: [] };
  const json = typeof text === 'string' ? parseJson(text) : undefined;
  if (!isRecord(json)) return { ranges: [], problems: [{ code: 'pool.badAllocations' }] };
  return { ranges: Object.values(json).flatMap((pool) => textsAt(pool, 'ips')), problems: [] };
}
