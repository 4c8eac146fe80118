import { setTimeout as delay } from 'node:timers/promises';
import { listOr, objectOr, sameJson, scalarText, textOr } from '../../../mocks/store/json.ts';
import type { RequestStep, Script, SettleStep, Until } from './script.ts';
import { parsed, textOf, toldHeaders } from './answer.ts';
import type { Answer } from './answer.ts';
import { get, post, titleOf } from './script.ts';
import type { Server } from './server.ts';
import { filled, filledText, valueAt } from './values.ts';
import { collect, openWatch, PATIENCE } from './watching.ts';
import type { OpenWatch } from './watching.ts';

/** The answers to a script, and what has to be known to compare them with those of another server. */
export interface Played {
  answers: readonly { title: string; answer: Answer }[];
  namespace: string;
}

/**
 * Plays a script: its namespace is made, and what it leaves behind is deleted.
 * @param run makes the names of one run unlike those of another
 * @throws Error when the server cannot be reached, there is no namespace, or a Deployment does not settle
 */
export async function play(server: Server, script: Script, run: string): Promise<Played> {
  const namespace = `x-${script.name}-${run}`;
  const values = new Map([['ns', namespace]]);
  const watches = new Map<string, OpenWatch>();
  const leftovers = new Set<string>();
  const answers: { title: string; answer: Answer }[] = [];
  try {
    await prepareNamespace(server, namespace);
    for (const step of script.steps) {
      if (step.kind === 'settle') {
        await settled(server, step, values);
        continue;
      }
      const answer = await (step.kind === 'request'
        ? ask(server, step, values, leftovers)
        : step.kind === 'watch'
          ? openWatch(server, step, values, watches)
          : collect(step, watches));
      answers.push({ title: titleOf(step), answer });
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${script.name}, after ${answers.length} exchanges: ${why}`, { cause: error });
  } finally {
    for (const watch of watches.values()) watch.response.destroy();
    for (const path of [...leftovers].toReversed()) await discard(server, path);
    await quietly(server, 'DELETE', `/api/v1/namespaces/${namespace}`);
  }
  return { answers, namespace };
}

async function prepareNamespace(server: Server, name: string): Promise<void> {
  const body = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
  const made = await once(server, post('/api/v1/namespaces', body), new Map());
  if (made.status !== 201) throw new Error(`namespace ${name} was not made: ${made.status}`);
  // Pods are refused until the one is there, and the other is in every list.
  const path = `/api/v1/namespaces/${name}/serviceaccounts/default`;
  const account = await patiently(() => once(server, get(path), new Map()), { status: 200 });
  if (account.unmet === true) throw new Error(`namespace ${name} never got its service account`);
}

async function settled(
  server: Server,
  { path }: SettleStep,
  values: ReadonlyMap<string, string>,
): Promise<void> {
  const started = Date.now();
  while (Date.now() - started < PATIENCE) {
    const { body } = await once(server, get(path), values);
    if (isSettled(objectOr(body))) return;
    await delay(20);
  }
  throw new Error(`${path} did not settle within ${PATIENCE / 1000} s`);
}

function isSettled({ metadata, status }: Record<string, unknown>): boolean {
  const { observedGeneration, conditions } = objectOr(status);
  if (observedGeneration === undefined || observedGeneration !== objectOr(metadata).generation) return false;
  const progressing = listOr(conditions)
    .map(objectOr)
    .find(({ type }) => type === 'Progressing');
  return ['NewReplicaSetAvailable', 'DeploymentPaused'].includes(textOr(progressing?.reason));
}

const NO_FINALIZERS = JSON.stringify({ metadata: { finalizers: null } });

/** Deletes an object, whatever it waits for. */
async function discard(server: Server, path: string): Promise<void> {
  await quietly(server, 'DELETE', path);
  await quietly(server, 'PATCH', path, NO_FINALIZERS, 'application/merge-patch+json');
}

async function quietly(
  server: Server,
  method: string,
  path: string,
  body?: string,
  type = 'application/json',
): Promise<void> {
  const headers = body === undefined ? {} : { 'content-type': type };
  const response = await server.open({ method, path, headers, ...(body === undefined ? {} : { body }) });
  await textOf(response);
}

async function ask(
  server: Server,
  step: RequestStep,
  values: Map<string, string>,
  leftovers: Set<string>,
): Promise<Answer> {
  const answer = await patiently(() => once(server, step, values), step.until);
  for (const [name, path] of Object.entries(step.save ?? {})) {
    const value = valueAt(answer.body, path);
    if (value !== undefined) values.set(name, scalarText(value));
  }
  noteLeftover(step, answer, values, leftovers);
  return answer;
}

type Told = Extract<Answer, { kind: 'answer' }>;

async function patiently(once: () => Promise<Told>, until: Until | undefined): Promise<Told> {
  const started = Date.now();
  for (;;) {
    const answer = await once();
    if (until === undefined || holds(until, answer)) return answer;
    if (Date.now() - started > PATIENCE) return { ...answer, unmet: true };
    await delay(20);
  }
}

function holds({ status, at = {} }: Until, answer: Told): boolean {
  if (status !== undefined && answer.status !== status) return false;
  return Object.entries(at).every(([path, wanted]) => {
    const value = valueAt(answer.body, path);
    if (wanted === true) return value !== undefined && value !== false;
    return wanted === null ? value === undefined : sameJson(value, wanted);
  });
}

async function once(server: Server, step: RequestStep, values: ReadonlyMap<string, string>): Promise<Told> {
  const { method, path, headers, body } = step;
  const text =
    typeof body === 'string' ? filledText(body, values) : JSON.stringify(filled(body, values) ?? undefined);
  const response = await server.open({
    method,
    path: filledText(path, values),
    headers,
    ...(text === undefined ? {} : { body: text }),
  });
  return {
    kind: 'answer',
    status: response.statusCode ?? 0,
    headers: toldHeaders(response),
    body: parsed(await textOf(response)),
  };
}

/** What no deletion of the namespace takes with it. */
function noteLeftover(
  { method, path }: RequestStep,
  { status, body }: Told,
  values: ReadonlyMap<string, string>,
  leftovers: Set<string>,
): void {
  const { name, namespace } = objectOr(objectOr(body).metadata);
  if (status !== 201 || typeof name !== 'string' || namespace !== undefined) return;
  const [place = ''] = filledText(path, values).split('?');
  if (place.includes('/namespaces/') || /review/.test(place)) return;
  leftovers.add(method === 'POST' ? `${place}/${name}` : place);
}
