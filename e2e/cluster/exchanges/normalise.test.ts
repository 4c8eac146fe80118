import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';
import type { Answer, WatchEvent } from './answer.ts';

const UID = '0b6a1c52-7a37-4f0e-9d2f-0c2a3b1d5e6f';

function answered(body: unknown, headers: Record<string, string> = {}) {
  const answer: Answer = { kind: 'answer', status: 200, headers, body };
  return normalise({ answers: [{ title: 'GET /', answer }], namespace: 'x-one-k3j' })[0];
}

function told(events: WatchEvent[]) {
  const answer: Answer = { kind: 'events', events, ended: false };
  return normalise({ answers: [{ title: 'EVENTS', answer }], namespace: 'x-one-k3j' })[0];
}

describe('what a server chooses', () => {
  it.each([
    ['its identity', { metadata: { uid: UID } }, { metadata: { uid: '<uid>' } }],
    ['its version', { metadata: { resourceVersion: '831' } }, { metadata: { resourceVersion: '<version>' } }],
    [
      'times',
      { at: '2026-01-02T03:04:05Z', exact: '2026-01-02T03:04:05.123456Z' },
      { at: '<time>', exact: '<exact time>' },
    ],
    [
      'addresses',
      { clusterIP: '10.96.3.4', clusterIPs: ['10.96.3.4'] },
      { clusterIP: '<ip>', clusterIPs: ['<ip>'] },
    ],
    ['ports', { nodePort: 31_234 }, { nodePort: '<port>' }],
    ['the namespace of the script', { message: 'pods in x-one-k3j' }, { message: 'pods in {ns}' }],
    [
      'what is in a text',
      { message: `uid ${UID}, too old resource version: 1 (733)` },
      { message: 'uid <uid>, too old resource version: 1 (<version>)' },
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
    };
    expect(answered(body)?.body).toEqual(body);
  });

  it('is taken out of headers as well', () => {
    expect(answered(null, { warning: `299 - "${UID}"` })?.headers).toEqual({ warning: '299 - "<uid>"' });
  });
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
});

it('ages in cells of a table are taken out, numbers are not', () => {
  const body = { kind: 'Table', rows: [{ cells: ['web', 3, '2d4h', '1 (3m ago)', '5'] }] };
  expect(answered(body)?.body).toEqual({
    kind: 'Table',
    rows: [{ cells: ['web', 3, '<age>', '1 (<age> ago)', '5'] }],
  });
});

it('of several bookmarks in a row one is kept', () => {
  const bookmark = { type: 'BOOKMARK', object: {} };
  const added = { type: 'ADDED', object: {} };
  expect(told([bookmark, bookmark, added, bookmark])?.events).toEqual([bookmark, added, bookmark]);
});
