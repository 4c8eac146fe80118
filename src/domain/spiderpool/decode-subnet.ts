import type { AddressFamily } from '../ip/address.ts';
import { fromRanges, setOf } from '../ip/range-set.ts';
import { decodeMeta } from '../kubernetes-object.ts';
import type { Undecodable } from '../kubernetes-object.ts';
import { parsed } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
import { isRecord, parseJson, textAt, textsAt, valueAt } from '../untyped.ts';
import type { PoolProblem } from './pool.ts';
import { decodeStock, unheldOf } from './stock.ts';
import type { Application, ControlledPool, Subnet } from './subnet.ts';

/** Reads a SpiderSubnet (domain reference 2.3). What cannot be read is a problem on the subnet. */
export function decodeSubnet(object: unknown): Parsed<Subnet, Undecodable> {
  const meta = decodeMeta(object);
  if (!meta.ok) return meta;
  const stock = decodeStock(valueAt(object, 'spec'));
  const { controlled, problems } = decodeControlled(valueAt(object, 'status'), stock.family);
  const handedOut = setOf(
    stock.family,
    controlled.flatMap(({ addresses }) => addresses.ranges),
  );
  return parsed({
    ...stock,
    ...unheldOf(stock.addresses, handedOut),
    name: meta.value.name,
    handedOut,
    controlled,
    terminating: meta.value.terminating,
    problems: [...stock.problems, ...problems],
  });
}

interface Controlled {
  readonly controlled: readonly ControlledPool[];
  readonly problems: readonly PoolProblem[];
}

/** `status.controlledIPPools`: JSON text, the ranges that each pool has got. */
function decodeControlled(status: unknown, family: AddressFamily): Controlled {
  if (!isRecord(status)) return { controlled: [], problems: [{ code: 'pool.noStatus' }] };
  const text = valueAt(status, 'controlledIPPools');
  if (text === undefined || text === null || text === '') return { controlled: [], problems: [] };
  const json = typeof text === 'string' ? parseJson(text) : undefined;
  if (!isRecord(json)) return { controlled: [], problems: [{ code: 'pool.badAllocations' }] };
  const controlled: ControlledPool[] = [];
  const problems: PoolProblem[] = [];
  for (const [name, record] of Object.entries(json)) {
    const ips = valueAt(record, 'ips');
    const listed = Array.isArray(ips) && ips.every((range) => typeof range === 'string');
    if (!listed) problems.push({ code: 'pool.badAllocations' });
    const ranges = fromRanges(family, textsAt(record, 'ips'));
    const application = readApplication(textAt(record, 'application'));
    controlled.push({ name, addresses: ranges.set, ...(application ? { application } : {}) });
    problems.push(
      ...ranges.problems.map(({ text: range }) => ({ code: 'pool.badRange' as const, text: range })),
    );
  }
  return { controlled, problems };
}

/** `apps_v1_Deployment_default_web`. No part has an underscore but, in theory, a group of somebody else's. */
function readApplication(text: string | undefined): Application | undefined {
  const [name, namespace, kind, version] = text?.split('_').toReversed() ?? [];
  if (name === undefined || namespace === undefined || kind === undefined || version === undefined)
    return undefined;
  return { kind, namespace, name };
}
