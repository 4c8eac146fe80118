import { afterEach, expect, it, vi } from 'vitest';
import { checkToken } from './check-token.ts';
import { createFetch } from './requests.ts';
import { createSession } from './session.ts';

const sent = vi.fn<(input: string, init: RequestInit) => Promise<Response>>();

function answer(...responses: (Response | Error)[]) {
  sent.mockReset();
  for (const response of responses) {
    if (response instanceof Error) sent.mockRejectedValueOnce(response);
    else sent.mockResolvedValueOnce(response);
  }
  vi.stubGlobal('fetch', sent);
}

function authorizationOf(call: number): string | null {
  return new Headers(sent.mock.calls[call]?.[1].headers).get('authorization');
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('sends to the cluster below the base, with the token', async () => {
  answer(new Response('{}'));
  const session = createSession(false);
  session.signIn('t0k', 'admin');
  await createFetch('/podnic/', session, true)('a b', '/api/v1/pods?limit=1', { headers: { 'x-y': 'z' } });
  expect(sent.mock.calls[0]?.[0]).toBe('/podnic/clusters-api/a%20b/api/v1/pods?limit=1');
  expect(authorizationOf(0)).toBe('Bearer t0k');
  expect(new Headers(sent.mock.calls[0]?.[1].headers).get('x-y')).toBe('z');
});

it('waits out an expired token and sends the same again with the new one', async () => {
  answer(new Response('', { status: 401 }), new Response('{"ok":1}'));
  const session = createSession(false);
  session.signIn('old', 'admin');
  const promise = createFetch('/', session, true)('demo', '/apis/x', { method: 'POST', body: '{"a":1}' });
  await vi.waitFor(() => expect(session.state.get().status).toBe('expired'));
  expect(sent).toHaveBeenCalledTimes(1);
  session.signIn('new', 'admin');
  expect(await (await promise).json()).toEqual({ ok: 1 });
  expect(authorizationOf(1)).toBe('Bearer new');
  expect(sent.mock.calls[1]?.[1]).toMatchObject({ method: 'POST', body: '{"a":1}' });
});

it('rejects when it is cancelled while it waits', async () => {
  answer(new Response('', { status: 401 }));
  const session = createSession(false);
  session.signIn('old', 'admin');
  const controller = new AbortController();
  const promise = createFetch('/', session, true)('demo', '/api', { signal: controller.signal });
  await vi.waitFor(() => expect(session.state.get().status).toBe('expired'));
  controller.abort('gone');
  await expect(promise).rejects.toBe('gone');
});

it('hands a 401 on where nobody can sign in here', async () => {
  answer(new Response('', { status: 401 }));
  const session = createSession(true);
  expect((await createFetch('/', session, false)('demo', '/api')).status).toBe(401);
  expect(session.state.get().status).toBe('signedIn');
});

const review = { status: { userInfo: { username: 'system:admin' } } };

it.each([
  ['tells the name', [Response.json(review, { status: 201 })], { outcome: 'accepted', user: 'system:admin' }],
  ['is too old to tell', [new Response('', { status: 404 })], { outcome: 'accepted', user: '' }],
  ['refuses', [new Response('', { status: 401 })], { outcome: 'refused' }],
  [
    'is away, the next one answers',
    [new Error('cut'), Response.json(review, { status: 201 })],
    { outcome: 'accepted', user: 'system:admin' },
  ],
  [
    'is away, and so is the next',
    [new Error('cut'), new Response('', { status: 502, statusText: 'Bad Gateway' })],
    { outcome: 'unknown', problem: 'b: 502 Bad Gateway' },
  ],
])('checks a token: the cluster %s', async (_what, responses, outcome) => {
  answer(...responses);
  expect(await checkToken('/', ['a', 'b'], 't')).toEqual(outcome);
  expect(authorizationOf(0)).toBe('Bearer t');
});

it('takes any token where there is no cluster to ask', async () => {
  answer();
  expect(await checkToken('/', [], 't')).toEqual({ outcome: 'accepted', user: '' });
});
