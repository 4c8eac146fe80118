import { setTimeout as delay } from 'node:timers/promises';
import type { NewKubeObject } from '../../../mocks/store/store.ts';
import type { ApiClient } from '../api/api-client.ts';
import { ApiError } from '../api/api-client.ts';
import { pathOf, resourceOf } from '../api/resources.ts';
import type { Change, ComparedCase } from './compared-case.ts';
import { isAtRest, observe, outcomeOf } from './observe.ts';
import type { Outcome } from './observe.ts';

/** How a cluster is given time. */
export interface Pace {
  /** Milliseconds between two looks. */
  look: number;
  /** How long it must stay the same, in milliseconds. */
  still: number;
  /** When it is looked at, whatever moves. The agent waits 50 s for a pool, for each NIC. */
  longest: number;
}

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
    await comeToRest(
      client,
      now.map(({ id }) => id),
      pace,
    );
    const observation = await observe(client);
    for (const { id } of now) outcomes.get(id)?.push(`after step ${step + 1}`, ...outcomeOf(observation, id));
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

async function comeToRest(
  client: ApiClient,
  ids: readonly string[],
  { look, still, longest }: Pace,
): Promise<void> {
  const deadline = Date.now() + longest;
  let before = '';
  let since = Date.now();
  while (Date.now() < deadline) {
    await delay(look);
    const observation = await observe(client);
    const seen = JSON.stringify(ids.map((id) => outcomeOf(observation, id)));
    if (seen !== before || !ids.every((id) => isAtRest(observation, id))) {
      if (seen !== before) since = Date.now();
      before = seen;
      continue;
    }
    if (Date.now() - since >= still) return;
  }
}
