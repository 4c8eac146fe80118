import { expect, it } from 'vitest';
import { pathBelow, pathMatcher, segmentsOf, textMatcher } from './difference-path.ts';

it.each([
  ['status', ['status']],
  ['body.items[0].metadata', ['body', 'items', '0', 'metadata']],
  ['body.items[""].versions', ['body', 'items', '', 'versions']],
  ['labels["example.com/x"].f:a', ['labels', 'example.com/x', 'f:a']],
  [String.raw`f:ports["k:{\"ip\":\"10.0.0.1\"}"]["."]`, ['f:ports', 'k:{"ip":"10.0.0.1"}', '.']],
  ['managedFields.k:{"uid":"<uid 1>"}', ['managedFields', 'k:{"uid":"<uid 1>"}']],
])('reads %s, and writes it again', (path, segments) => {
  expect(segmentsOf(path)).toEqual(segments);
  const written = segments.reduce(
    (above, step) => pathBelow(above, /^\d+$/.test(step) ? Number(step) : step),
    '',
  );
  expect(written).toBe(path);
});

it.each([
  ['body.message', 'body.message'],
  ['body.*.verbs', 'body["a.b/c"].verbs'],
  ['body.rows[*].object', 'body.rows[12].object'],
  ['body.f:*', 'body.f:spec'],
  ['**.managedFields.kubelet *', 'events[0].object.metadata.managedFields.kubelet Update'],
  ['**.message', 'message'],
  ['body.details.**', 'body.details.causes[0].message'],
  ['body.details.**', 'body.details'],
])('%s tells %s', (pattern, path) => {
  expect(pathMatcher(pattern)(path)).toBe(true);
});

it.each([
  ['body.message', 'body.message.more'],
  ['body.resources.*', 'body.resources.pods.verbs'],
  ['body.resources.*', 'body.resources'],
  ['body.resources.*.verbs', 'body.resources.a.b.verbs'],
  ['body.f:*', 'body.f:a.b'],
  ['**.managedFields.kubelet *', 'metadata.managedFields.kubelet Update.fieldsV1'],
  ['body.a+', 'body.aa'],
])('%s does not tell %s', (pattern, path) => {
  expect(pathMatcher(pattern)(path)).toBe(false);
});

it.each([
  ['lists/chunks GET **', 'lists/chunks GET /api/v1/pods?limit=1', true],
  ['lists/* GET /api/*/pods', 'lists/chunks GET /api/v1/pods', true],
  ['lists/* GET /api/*', 'lists/chunks GET /api/v1/pods', false],
  ['lists/*', 'lists/chunks GET /api', false],
  ['lists/chunks GET /apis?x=1', 'lists/chunks GET /api?x=1', false],
])('of exchanges, %s tells %s: %s', (pattern, exchange, told) => {
  expect(textMatcher(pattern)(exchange)).toBe(told);
});
