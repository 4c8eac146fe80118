import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';
import type { Answer, WatchEvent } from './answer.ts';

const UID = '0b6a1c52-7a37-4f0e-9d2f-0c2a3b1d5e6f';
const OTHER = '5d1e9a70-3c44-4b1b-8f0a-77e0a3c1b2d4';
const STRANGER = 'c7f0d8e2-90ab-4cde-a123-456789abcdef';

function answered(body: unknown, headers: Record<string, string> = {}) {
  const answer: Answer = { kind: 'answer', status: 200, headers, body };
  return normalise({ answers: [{ title: 'GET /', answer }], namespace: 'x-one-k3j' })[0];
}

function played(...bodies: unknown[]) {
  const answers = bodies.map((body) => ({
    title: 'GET /',
    answer: { kind: 'answer' as const, status: 200, headers: {}, body },
  }));
  return normalise({ answers, namespace: 'x-one-k3j' }).map(({ body }) => body);
}

function told(events: WatchEvent[]) {
  const answer: Answer = { kind: 'events', events, ended: false };
  return normalise({ answers: [{ title: 'EVENTS', answer }], namespace: 'x-one-k3j' })[0];
}

describe('what a server chooses', () => {
  it.each([
    ['its identity', { metadata: { uid: UID } }, { metadata: { uid: '<uid 1>' } }],
    [
      'its version',
      { metadata: { resourceVersion: '831' } },
      { metadata: { resourceVersion: '<version 1>' } },
    ],
    [
      'times',
      { at: '2026-01-02T03:04:05Z', exact: '2026-01-02T03:04:05.123456Z' },
      { at: '<time>', exact: '<exact time>' },
    ],
    [
      'addresses',
      { clusterIP: '10.96.3.4', clusterIPs: ['10.96.3.4'] },
      { clusterIP: '<ip 1>', clusterIPs: ['<ip 1>'] },
    ],
    [
      'ports',
      { nodePort: 31_234, cell: '80:31234/TCP,81:30001/UDP' },
      { nodePort: '<port 1>', cell: '80:<port 1>/TCP,81:<port 2>/UDP' },
    ],
    ['the namespace of the script', { message: 'pods in x-one-k3j' }, { message: 'pods in {ns}' }],
    [
      'what is in a text',
      { message: `uid ${UID}, too old resource version: 1 (733)` },
      { message: 'uid <uid 1>, too old resource version: 1 (<version>)' },
    ],
    ['addresses in memory', { message: 'MTU:(*int32)(0xc0001a2b)' }, { message: 'MTU:(*int32)(<pointer>)' }],
  ])('is taken out: %s', (_, body, clean) => {
    expect(answered(body)?.body).toEqual(clean);
  });

  it('stays where it says something: no address, version 0', () => {
    const body = {
      clusterIP: 'None',
      clusterIPs: ['None'],
      metadata: { resourceVersion: '0', continue: '' },
      status: { podIP: '10.1.2.3' },
      range: '10.96.0.0/16',
      owner: { uid: '00000000-0000-0000-0000-000000000001' },
    };
    expect(answered(body)?.body).toEqual(body);
  });

  it('is taken out of headers as well', () => {
    expect(answered(null, { warning: `299 - "${UID}"` })?.headers).toEqual({ warning: '299 - "<uid 1>"' });
  });

  it('leaves what stands beside it', () => {
    expect(answered({ at: 'https://10.96.3.4:6443/x' })?.body).toEqual({ at: 'https://<ip 1>:6443/x' });
  });
});

describe('what a server chooses is numbered', () => {
  const object = (uid: string, resourceVersion: string, rest: object = {}) => ({
    metadata: { uid, resourceVersion, ...rest },
  });

  it('so that an owner that is nobody shows, and the object that an answer is about', () => {
    const owned = object(OTHER, '12', { ownerReferences: [{ uid: UID }] });
    const [, child, deleted, stray] = played(
      object(UID, '11'),
      owned,
      { details: { uid: OTHER } },
      object(OTHER, '12', { ownerReferences: [{ uid: STRANGER }] }),
    );
    expect(child).toEqual({
      metadata: { uid: '<uid 2>', resourceVersion: '<version 2>', ownerReferences: [{ uid: '<uid 1>' }] },
    });
    expect(deleted).toEqual({ details: { uid: '<uid 2>' } });
    expect(stray).toMatchObject({ metadata: { ownerReferences: [{ uid: '<uid 3>' }] } });
  });

  it('so that a change shows that raises no version, and one that does', () => {
    expect(played(object(UID, '11'), object(UID, '11'), object(UID, '15'))).toMatchObject([
      { metadata: { resourceVersion: '<version 1>' } },
      { metadata: { resourceVersion: '<version 1>' } },
      { metadata: { resourceVersion: '<version 2>' } },
    ]);
  });

  it('in whatever order keys come, and whatever managers are told of', () => {
    const managed = { managedFields: [{ manager: 'a', fieldsV1: { [`k:{"uid":"${OTHER}"}`]: {} } }] };
    expect(played({ uid: UID, more: { uid: OTHER } })).toEqual(played({ more: { uid: OTHER }, uid: UID }));
    expect(played({ ...managed, uid: UID })).toMatchObject([{ uid: '<uid 1>' }]);
  });

  it('also in texts that name it', () => {
    const message = `Precondition failed: ResourceVersion in precondition: 1, ResourceVersion in object meta: 831`;
    expect(played(object(UID, '831'), { message })).toMatchObject([
      {},
      {
        message:
          'Precondition failed: ResourceVersion in precondition: 1, ResourceVersion in object meta: <version 1>',
      },
    ]);
  });
});

describe('the version of a list is that of the cluster', () => {
  const item = (resourceVersion: string) => ({ metadata: { name: 'a', resourceVersion } });
  const list = (resourceVersion: string, ...items: unknown[]) => ({ metadata: { resourceVersion }, items });
  const versions = (...exchanges: [title: string, body: unknown][]) => {
    const answers = exchanges.map(([title, body]) => ({
      title,
      answer: { kind: 'answer' as const, status: 200, headers: {}, body },
    }));
    return normalise({ answers, namespace: 'x-one-k3j' }).map(
      ({ body }) => (body as { metadata: { resourceVersion: string } }).metadata.resourceVersion,
    );
  };

  it.each([
    ['12', '<version of the cluster>'],
    ['90', '<version of the cluster>'],
    ['11', '<older than its items>'],
  ])('%s is %s', (version, told) => {
    expect(versions(['GET /pods', list(version, item('12'))])).toEqual([told]);
  });

  it('and is the one that was asked for', () => {
    const asked = 'GET /pods?resourceVersion={first}&resourceVersionMatch=Exact';
    expect(versions(['POST /pods', item('12')], [asked, list('12')], [asked, list('13')])).toEqual([
      '<version 1>',
      '<version 1>',
      '<another version>',
    ]);
    const part = 'GET /pods?limit=2&continue={next}';
    expect(versions(['GET /pods?limit=2', list('40')], [part, list('40')], [part, list('41')])).toEqual([
      '<version of the cluster>',
      '<version of the first part>',
      '<another version>',
    ]);
  });

  it('as is that of a table of several, but not of one', () => {
    const body = (resourceVersion: string) => ({
      kind: 'Table',
      metadata: { resourceVersion },
      rows: [{ cells: [], object: item('12') }],
    });
    expect(versions(['GET /pods as Table', body('14')], ['GET /pods/a?x=y as Table', body('12')])).toEqual([
      '<version of the cluster>',
      '<version 1>',
    ]);
  });
});

it('the version of the end of a Pod is not always told', () => {
  const pod = (rest: object) => ({ kind: 'Pod', metadata: { deletionGracePeriodSeconds: 0, ...rest } });
  const versions = (title: string, body: unknown) => {
    const answer = { kind: 'answer' as const, status: 200, headers: {}, body };
    return normalise({ answers: [{ title, answer }], namespace: 'x-one-k3j' })[0]?.body;
  };
  const told = pod({ resourceVersion: '<version>' });
  expect(versions('DELETE /pods/a', pod({}))).toEqual(told);
  expect(versions('DELETE /pods/a', pod({ resourceVersion: '12' }))).toEqual(told);
  expect(versions('GET /pods/a', pod({}))).toEqual(pod({}));
  const held = { resourceVersion: '12', finalizers: ['example.com/a'] };
  expect(versions('DELETE /pods/a', pod(held))).toEqual(pod({ ...held, resourceVersion: '<version 1>' }));
});

describe('names that were drawn', () => {
  it('are replaced wherever they come', () => {
    const body = {
      metadata: { name: 'made-x7k2p', generateName: 'made-' },
      message: 'created made-x7k2p',
    };
    expect(answered(body)?.body).toEqual({
      metadata: { name: 'made-<drawn>', generateName: 'made-' },
      message: 'created made-<drawn>',
    });
  });

  it('and hashes of templates too', () => {
    const body = { metadata: { name: 'web-6ffb5b9cb4', labels: { 'pod-template-hash': '6ffb5b9cb4' } } };
    expect(answered(body)?.body).toEqual({
      metadata: { name: 'web-<hash>', labels: { 'pod-template-hash': '<hash>' } },
    });
  });
});

it('managers are compared one by one, in any order', () => {
  const entry = (manager: string) => ({ manager, operation: 'Update', fieldsV1: { 'f:data': {} } });
  const both = (managedFields: unknown[]) => answered({ metadata: { managedFields } })?.body;
  expect(both([entry('b'), entry('a')])).toEqual(both([entry('a'), entry('b')]));
  expect(both([entry('a')])).toEqual({
    metadata: { managedFields: { 'a Update': { fieldsV1: { 'f:data': {} } } } },
  });
  expect(both([entry('a'), { ...entry('a'), apiVersion: 'v2' }])).toEqual({
    metadata: {
      managedFields: {
        'a Update': { apiVersion: 'v2', fieldsV1: { 'f:data': {} } },
        'a Update (2)': { fieldsV1: { 'f:data': {} } },
      },
    },
  });
});

it('ages in cells of a table are taken out, numbers are not', () => {
  const body = { kind: 'Table', rows: [{ cells: ['web', 3, '2d4h', '1 (3m ago)', '5'] }] };
  expect(answered(body)?.body).toEqual({
    kind: 'Table',
    rows: [{ cells: ['web', 3, '<age>', '1 (<age> ago)', '5'] }],
  });
});

it('of several bookmarks in a row one is kept', () => {
  const bookmark = { type: 'BOOKMARK', object: { metadata: { resourceVersion: '<version>' } } };
  const added = { type: 'ADDED', object: {} };
  const sent = { type: 'BOOKMARK', object: { metadata: { resourceVersion: '77' } } };
  expect(told([sent, sent, added, sent])?.events).toEqual([bookmark, added, bookmark]);
});
