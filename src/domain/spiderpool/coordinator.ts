import { decodeMeta } from '../kubernetes-object.ts';
import type { Undecodable } from '../kubernetes-object.ts';
import { parsed } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
import { textAt, valueAt } from '../untyped.ts';

/** A SpiderCoordinator: how the routes of every NIC with a coordinator are made (domain reference 2.6). */
export interface Coordinator {
  readonly name: string;
  /** `Synced`, `NotReady`; `''` as long as its controller has not looked at it. */
  readonly phase: string;
  /** Why it is not synced, in the controller's words; `''` for none. */
  readonly reason: string;
}

export function decodeCoordinator(object: unknown): Parsed<Coordinator, Undecodable> {
  const meta = decodeMeta(object);
  if (!meta.ok) return meta;
  const status = valueAt(object, 'status');
  return parsed({
    name: meta.value.name,
    phase: textAt(status, 'phase') ?? '',
    reason: textAt(status, 'reason') ?? '',
  });
}

/** Whether NICs with a coordinator can be made: with another phase the plugin fails each of them. */
export function isSynced({ phase }: Coordinator): boolean {
  return phase === 'Synced';
}
