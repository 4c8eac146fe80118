import { describe, expect, it } from 'vitest';
import { ApiFailure, type ApiError } from '../../cluster/api-error.ts';
import {
  startOf,
  submitObjects,
  type Existing,
  type ObjectProgress,
  type SubmitApi,
  type SubmittedKind,
  type SubmittedObject,
} from './submission.ts';

function object(kind: SubmittedKind, name = 'web'): SubmittedObject {
  return { kind, namespace: 'default', name, body: { apiVersion: 'v1', kind, metadata: { name } } };
}

const cut: ApiError = { kind: 'network', status: 0, reason: '', message: 'cut', causes: [] };
const refused: ApiError = { kind: 'http', status: 422, reason: 'Invalid', message: 'no', causes: [] };
const taken: ApiError = { kind: 'http', status: 409, reason: 'AlreadyExists', message: 'there', causes: [] };
const gatewayTimeout: ApiError = { kind: 'http', status: 504, reason: '', message: '', causes: [] };

type Answer = readonly string[] | ApiError;

/** An API that answers each kind as told, and writes down what it was asked. */
function fakeApi(
  answers: Partial<Record<SubmittedKind, Answer>>,
  found: Partial<Record<SubmittedKind, Existing | Error>> = {},
) {
  const calls: string[] = [];
  const api: SubmitApi = {
    create: async ({ kind }) => {
      calls.push(`create ${kind}`);
      const answer = answers[kind] ?? [];
      if ('kind' in answer) throw new ApiFailure(answer);
      return answer;
    },
    find: async ({ kind }) => {
      calls.push(`find ${kind}`);
      const answer = found[kind] ?? 'none';
      if (answer instanceof Error) throw new ApiFailure(cut);
      return answer;
    },
  };
  return { api, calls };
}

const both = startOf([object('Deployment'), object('Service')], []);
const phases = (progress: readonly ObjectProgress[]) => progress.map(({ state }) => state.phase);

describe('submitObjects', () => {
  it('creates one after the other, and reports each change', async () => {
    const { api, calls } = fakeApi({ Deployment: ['deprecated'] });
    const reports: string[] = [];
    const end = await submitObjects(both, api, (progress) => reports.push(phases(progress).join(' ')));
    expect(calls).toEqual(['create Deployment', 'create Service']);
    expect(reports).toEqual(['creating waiting', 'created waiting', 'created creating', 'created created']);
    expect(end[0]?.state).toEqual({ phase: 'created', warnings: ['deprecated'] });
  });

  it('stops at the first that is refused', async () => {
    const { api, calls } = fakeApi({ Deployment: refused });
    const end = await submitObjects(both, api, () => {});
    expect(phases(end)).toEqual(['failed', 'waiting']);
    expect(calls).toEqual(['create Deployment']);
  });

  it('makes only what is missing the second time', async () => {
    const first = await submitObjects(both, fakeApi({ Service: refused }).api, () => {});
    expect(phases(first)).toEqual(['created', 'failed']);
    const { api, calls } = fakeApi({});
    const again = startOf([object('Deployment'), object('Service', 'front')], first);
    expect(phases(await submitObjects(again, api, () => {}))).toEqual(['created', 'created']);
    expect(calls).toEqual(['create Service']);
  });

  it('makes a Deployment of another name anew', () => {
    const last: ObjectProgress[] = [
      { object: object('Deployment'), state: { phase: 'created', warnings: [] } },
    ];
    expect(phases(startOf([object('Deployment', 'other')], last))).toEqual(['waiting']);
  });

  it.each([cut, gatewayTimeout])('looks when no answer came, and finds it created (%o)', async (error) => {
    const sent = object('Deployment');
    const { api, calls } = fakeApi({ Deployment: error }, { Deployment: 'ours' });
    const end = await submitObjects(startOf([sent], []), api, () => {});
    expect(phases(end)).toEqual(['created']);
    expect(calls).toEqual(['create Deployment', 'find Deployment']);
  });

  it('looks when no answer came, and finds nothing', async () => {
    const { api } = fakeApi({ Deployment: cut }, { Deployment: 'none' });
    const end = await submitObjects(startOf([object('Deployment')], []), api, () => {});
    expect(end[0]?.state).toEqual({ phase: 'failed', error: cut });
  });

  it.each([cut, taken])('looks, and finds an object of somebody else (%o)', async (error) => {
    const { api, calls } = fakeApi({ Deployment: error }, { Deployment: 'other' });
    const end = await submitObjects(startOf([object('Deployment')], []), api, () => {});
    expect(end[0]?.state).toMatchObject({
      phase: 'failed',
      error: { kind: 'http', status: 409, reason: 'AlreadyExists' },
    });
    expect(calls).toEqual(['create Deployment', 'find Deployment']);
  });

  it('knows its own object when the browser sent the request twice', async () => {
    const { api } = fakeApi({ Deployment: taken }, { Deployment: 'ours' });
    expect(phases(await submitObjects(startOf([object('Deployment')], []), api, () => {}))).toEqual([
      'created',
    ]);
  });

  it('keeps to "it exists already" when it cannot look', async () => {
    const { api } = fakeApi({ Deployment: taken }, { Deployment: new Error('cut') });
    const end = await submitObjects(startOf([object('Deployment')], []), api, () => {});
    expect(end[0]?.state).toEqual({ phase: 'failed', error: taken });
  });

  it('says that it does not know when it cannot look either', async () => {
    const { api } = fakeApi({ Deployment: cut }, { Deployment: new Error('cut') });
    const end = await submitObjects(both, api, () => {});
    expect(phases(end)).toEqual(['unknown', 'waiting']);
  });

  it('looks before it creates again what is unknown', async () => {
    const unknown: ObjectProgress[] = [
      { object: object('Deployment'), state: { phase: 'unknown', error: cut } },
    ];
    const there = fakeApi({}, { Deployment: 'ours' });
    expect(phases(await submitObjects(unknown, there.api, () => {}))).toEqual(['created']);
    expect(there.calls).toEqual(['find Deployment']);
    const absent = fakeApi({});
    expect(phases(await submitObjects(unknown, absent.api, () => {}))).toEqual(['created']);
    expect(absent.calls).toEqual(['find Deployment', 'create Deployment']);
  });
});
