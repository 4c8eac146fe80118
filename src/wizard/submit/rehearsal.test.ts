import { describe, expect, it } from 'vitest';
import { ApiFailure, type ApiError } from '../../cluster/api-error.ts';
import { NETWORKS } from '../../domain/multus/annotation-keys.ts';
import {
  afterRehearsal,
  asksFirst,
  isStillOf,
  rehearseObjects,
  type RehearsalApi,
  type RehearsedObject,
} from './rehearsal.ts';
import type { Existing, ObjectProgress, SubmittedKind, SubmittedObject } from './submission.ts';

function object(kind: SubmittedKind, name = 'web', networks = ''): SubmittedObject {
  const template = { metadata: { annotations: { [NETWORKS]: networks } } };
  const body = { apiVersion: 'v1', kind, metadata: { name }, spec: { template } };
  return { kind, namespace: 'default', name, body };
}

function error(status: number, reason: string, message = ''): ApiError {
  return { kind: 'http', status, reason, message, causes: [] };
}

/** Milliseconds since the epoch. */
const noon = Date.UTC(2026, 0, 2, 12);

const cut: ApiError = { kind: 'network', status: 0, reason: '', message: 'cut', causes: [] };
const taken = error(409, 'AlreadyExists');

/** An API that answers each kind as told, and writes down what it was asked. */
function fakeApi(answers: Partial<Record<SubmittedKind, ApiError | object>> = {}, found: Existing = 'other') {
  const calls: string[] = [];
  const api: RehearsalApi = {
    dryRun: async ({ kind, body }) => {
      calls.push(`dry run ${kind}`);
      const answer = answers[kind] ?? body;
      if ('causes' in answer) throw new ApiFailure(answer as ApiError);
      return { object: answer, warnings: [`of ${kind}`] };
    },
    find: async ({ kind }) => {
      calls.push(`find ${kind}`);
      return found;
    },
  };
  return { api, calls };
}

const kinds = (rehearsal: readonly RehearsedObject[]) => rehearsal.map(({ outcome }) => outcome.kind);

describe('rehearseObjects', () => {
  const both = [object('Deployment'), object('Service')];

  it('asks for all at once, whatever one of them comes to', async () => {
    const { api, calls } = fakeApi({ Deployment: error(422, 'Invalid') });
    expect(kinds(await rehearseObjects(both, [], api, noon))).toEqual(['refused', 'accepted']);
    expect(calls).toEqual(['dry run Deployment', 'dry run Service']);
  });

  it('keeps the warnings and what admission changed', async () => {
    const sent = object('Deployment', 'web', 'mine');
    const { api } = fakeApi({ Deployment: object('Deployment', 'web', 'theirs').body });
    const [first] = await rehearseObjects([sent], [], api, noon);
    expect(first?.outcome).toMatchObject({
      kind: 'accepted',
      warnings: ['of Deployment'],
      changes: [{ kind: 'changed', before: 'mine', after: 'theirs' }],
    });
  });

  it('does not ask again for what was just accepted to the letter', async () => {
    const last = await rehearseObjects(both, [], fakeApi({ Service: error(403, 'Forbidden') }).api, noon);
    const { api, calls } = fakeApi();
    expect(kinds(await rehearseObjects([object('Deployment'), object('Service')], last, api, noon))).toEqual([
      'accepted',
      'accepted',
    ]);
    expect(calls).toEqual(['dry run Service']);
    const { api: other, calls: more } = fakeApi();
    await rehearseObjects([object('Deployment', 'shop')], last, other, noon);
    expect(more).toEqual(['dry run Deployment']);
  });

  it.each([
    ['is taken while it is fresh', 9_999, []],
    ['is asked again when it is old', 10_000, ['dry run Deployment']],
    ['is asked again when the clock was set back', -1, ['dry run Deployment']],
  ])('an answer %s', async (_, age, asked) => {
    const last = await rehearseObjects([object('Deployment')], [], fakeApi().api, noon);
    const { api, calls } = fakeApi();
    await rehearseObjects([object('Deployment')], last, api, noon + age);
    expect(calls).toEqual(asked);
  });

  it('does not make an answer younger by taking it', async () => {
    const sent = [object('Deployment')];
    const first = await rehearseObjects(sent, [], fakeApi().api, noon);
    const second = await rehearseObjects(sent, first, fakeApi().api, noon + 6_000);
    const { api, calls } = fakeApi();
    await rehearseObjects(sent, second, api, noon + 12_000);
    expect(calls).toEqual(['dry run Deployment']);
  });

  it.each<[string, ApiError]>([
    ['no connection', cut],
    ['a busy server', error(429, 'TooManyRequests')],
    ['a server that is away', error(503, 'ServiceUnavailable')],
    ['the page of a proxy', error(502, '')],
    ['a webhook', error(400, 'BadRequest', 'admission webhook "a.b" does not support dry run')],
    ['an old API server', error(400, 'BadRequest', 'the dryRun alpha feature is disabled')],
  ])('says that it could not run: %s', async (_, answer) => {
    const { api } = fakeApi({ Deployment: answer });
    expect(kinds(await rehearseObjects([object('Deployment')], [], api, noon))).toEqual(['notRun']);
  });

  it.each<[string, ApiError]>([
    ['no right', error(403, 'Forbidden')],
    ['no namespace', error(404, 'NotFound')],
    ['a webhook that says no', error(403, 'Forbidden', 'admission webhook "a" denied the request: no')],
    ['a webhook that is away', error(500, 'InternalError', 'failed calling webhook "a"')],
    ['the decoder', error(400, 'BadRequest', 'strict decoding error: unknown field "spec.x"')],
    ['a name', taken],
  ])('is refused: %s', async (_, answer) => {
    const { api } = fakeApi({ Deployment: answer });
    expect(kinds(await rehearseObjects([object('Deployment')], [], api, noon))).toEqual(['refused']);
  });

  it('does not take its own object for one of somebody else', async () => {
    const { api, calls } = fakeApi({ Deployment: taken }, 'ours');
    expect(kinds(await rehearseObjects([object('Deployment')], [], api, noon))).toEqual(['accepted']);
    expect(calls).toEqual(['dry run Deployment', 'find Deployment']);
  });
});

describe('after the rehearsal', () => {
  it('is refused or waits; what is created or unknown stays so', async () => {
    const [deployment, service] = [object('Deployment'), object('Service')];
    const rehearsal = await rehearseObjects([deployment], [], fakeApi({ Deployment: taken }).api, noon);
    const progress: ObjectProgress[] = [
      { object: deployment, state: { phase: 'rehearsing' } },
      { object: service, state: { phase: 'unknown', error: cut } },
    ];
    expect(afterRehearsal(progress, rehearsal).map(({ state }) => state.phase)).toEqual([
      'refused',
      'unknown',
    ]);
    expect(afterRehearsal([{ object: service, state: { phase: 'rehearsing' } }], [])[0]?.state.phase).toBe(
      'waiting',
    );
  });

  it('asks once where the NICs are replaced', async () => {
    const sent = object('Deployment', 'web', 'mine');
    const { api } = fakeApi({ Deployment: object('Deployment', 'web', 'theirs').body });
    const first = await rehearseObjects([sent], [], api, noon);
    expect(asksFirst(first, [])).toBe(true);
    expect(asksFirst(await rehearseObjects([sent], [], api, noon), first)).toBe(false);
    const { api: other } = fakeApi({ Deployment: object('Deployment', 'web', 'others').body });
    expect(asksFirst(await rehearseObjects([sent], [], other, noon), first)).toBe(true);
    expect(asksFirst(await rehearseObjects([sent], [], fakeApi().api, noon), [])).toBe(false);
  });

  it('knows whether the form has changed since', async () => {
    const rehearsal = await rehearseObjects([object('Deployment')], [], fakeApi().api, noon);
    expect(isStillOf(rehearsal, [object('Deployment'), object('Service')])).toBe(true);
    expect(isStillOf(rehearsal, [object('Deployment', 'shop')])).toBe(false);
  });
});
