import type { IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { parsed, textOf, toldHeaders } from './answer.ts';
import type { Answer, WatchEvent } from './answer.ts';
import type { CollectStep, WatchStep } from './script.ts';
import type { Server } from './server.ts';
import { filledText } from './values.ts';

/** How long anything is waited for. */
export const PATIENCE = 30_000;
/** How long a watch gets to tell what it should not. */
const AFTERMATH = 60;
/** A watch that goes on beside the steps of a script. */
export interface OpenWatch {
  response: IncomingMessage;
  events: WatchEvent[];
  ended: boolean;
}

/** Opens a watch, and notes it under its name. @returns the answer that came before the events */
export async function openWatch(
  server: Server,
  { as, path, headers }: WatchStep,
  values: ReadonlyMap<string, string>,
  watches: Map<string, OpenWatch>,
): Promise<Answer> {
  const response = await server.open({ method: 'GET', path: filledText(path, values), headers });
  const status = response.statusCode ?? 0;
  const told = toldHeaders(response);
  if (status !== 200) {
    return { kind: 'answer', status, headers: told, body: parsed(await textOf(response)) };
  }
  const watch: OpenWatch = { response, events: [], ended: false };
  watches.set(as, watch);
  void follow(watch);
  return { kind: 'answer', status, headers: told, body: null };
}

async function follow(watch: OpenWatch): Promise<void> {
  try {
    for await (const line of createInterface({ input: watch.response, crlfDelay: Infinity })) {
      if (line !== '') watch.events.push(JSON.parse(line) as WatchEvent);
    }
  } catch {
    // Cut off, which is an end as well.
  }
  watch.ended = true;
}

/** What a watch has told since it was asked last. */
export async function collect(
  { watch: name, until }: CollectStep,
  watches: ReadonlyMap<string, OpenWatch>,
): Promise<Answer> {
  const watch = watches.get(name);
  if (watch === undefined) return { kind: 'events', events: [], ended: true };
  const started = Date.now();
  const isMet = () => (until === 'end' ? watch.ended : watch.events.filter(isChange).length >= until);
  while (!isMet() && !watch.ended && Date.now() - started < PATIENCE) await delay(10);
  const unmet = !isMet();
  // One that tells more than it should is caught as well.
  if (until !== 'end') await delay(AFTERMATH);
  const events = watch.events.splice(0);
  return { kind: 'events', events, ended: watch.ended, ...(unmet ? { unmet } : {}) };
}

function isChange({ type }: WatchEvent): boolean {
  return type !== 'BOOKMARK';
}
