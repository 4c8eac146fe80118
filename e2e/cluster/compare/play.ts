import { setTimeout as delay } from 'node:timers/promises';
import type { NewKubeObject } from '../../../mocks/store/store.ts';
import type { ApiClient } from '../api/api-client.ts';
import { ApiError } from '../api/api-client.ts';
import { pathOf, resourceOf } from '../api/resources.ts';
import type { Change, ComparedCase } from './compared-case.ts';
import { observe } from './observe.ts';
import type { Observation } from './observe.ts';
import { outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { isAtRest } from './rest.ts';

/** How a cluster is given time. All in milliseconds. */
export interface Pace {
  /** Between two looks. */
  look: number;
  /** How long a case must be at rest and its outcome the same. */
  still: number;
  /** When a step ends, whatever moves. The agent waits 50 s for a pool, for each NIC. */
  longest: number;
}

/** A line of an outcome that was looked at although it still moved. It proves nothing. */
export const NOT_AT_REST = 'not at rest';

/**
 * Plays all cases at once in one cluster, step by step, and says what each came to after each step.
 * @returns by the id of the case
 */
export async function playCases(
  client: ApiClient,
  cases: readonly ComparedCase[],
  pace: Pace,
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, string[]>(cases.map(({ id }) => [id, []]));
  const most = Math.max(...cases.map(({ steps }) => steps.length));
  for (const { id } of cases) {
    await client.post(pathOf('v1/namespaces'), {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: id },
    });
  }
  await delay(1_000);
  for (let step = 0; step < most; step += 1) {
    const now = cases.filter(({ steps }) => steps[step] !== undefined);
    for (const { id, steps } of now) {
      const lines = outcomes.get(id) ?? [];
      for (const change of steps[step] ?? []) lines.push(...(await carryOut(client, change, id)));
    }
    const ids = now.map(({ id }) => id);
    const { observation, restless } = await comeToRest(() => observe(client), ids, pace);
    for (const id of ids) {
      const lines = outcomes.get(id) ?? [];
      lines.push(`after step ${step + 1}`, ...outcomeOf(observation, id));
      if (restless.has(id)) lines.push(NOT_AT_REST);
    }
  }
  return outcomes;
}

async function carryOut(client: ApiClient, change: Change, namespace: string): Promise<string[]> {
  const subject = change.kind === 'create' ? change.object : change.of;
  const resource = resourceOf(subject);
  const { name = '', namespace: own } = subject.metadata;
  try {
    await send(client, change, pathOf(resource, own ?? namespace), name);
    return [];
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return [
      `${change.kind} ${subject.kind} ${name} refused, ${error.code} ${error.reason}: ${error.message}`,
    ];
  }
}

async function send(client: ApiClient, change: Change, path: string, name: string): Promise<void> {
  switch (change.kind) {
    case 'create':
      await client.post(path, change.object satisfies NewKubeObject);
      return;
    case 'patch':
      await client.patch(`${path}/${name}`, 'merge', change.body);
      return;
    case 'delete':
      await client.delete(`${path}/${name}`, {
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        propagationPolicy: 'Background',
      });
      return;
  }
}

/**
 * Looks again and again until each case has been at rest, with the same outcome, for a while.
 * @returns the last look, and the cases that were not at rest by then
 */
export async function comeToRest(
  look: () => Promise<Observation>,
  ids: readonly string[],
  pace: Pace,
): Promise<{ observation: Observation; restless: ReadonlySet<string> }> {
  const deadline = Date.now() + pace.longest;
  const cases = new Map(ids.map((id) => [id, { seen: '', since: Date.now() }]));
  for (;;) {
    await delay(pace.look);
    const observation = await look();
    const now = Date.now();
    const restless = new Set<string>();
    for (const [id, before] of cases) {
      const seen = JSON.stringify(outcomeOf(observation, id));
      const since = seen === before.seen && isAtRest(observation, id) ? before.since : now;
      cases.set(id, { seen, since });
      if (now - since < pace.still) restless.add(id);
    }
    if (restless.size === 0 || now >= deadline) return { observation, restless };
  }
}
