import { expect, it } from 'vitest';
import { checkApiPath } from './api-path.ts';

it.each([
  '/api',
  '/apis/',
  '/version',
  '/openapi/v3',
  '/api/v1/namespaces/default/pods?watch=1&resourceVersion=5',
  '/api/v1/namespaces/a/pods/b/log?x=/../exec',
  '/apis/apps/v1/namespaces/default/deployments/web/scale',
  // Names that look like ways in.
  '/api/v1/namespaces/proxy/pods/exec',
  '/api/v1/namespaces/exec',
  '/api/v1/nodes/proxy',
  '/apis/apps/v1/namespaces/proxy/deployments/proxy/scale',
  '/apis/apps/v1/namespaces/a/deployments/exec',
  '/apis/example.io/v1/consoles/console',
  '/apis/proxy/v1/vnc',
])('passes on %s', (path) => {
  expect(checkApiPath(path)).toEqual({ ok: true });
});

it.each([
  ['', 400],
  ['/', 400],
  ['/metrics', 404],
  ['/logs/', 404],
  ['/apix', 404],
  ['/API', 404],
  ['/api/v1/../../admin', 400],
  ['/api/%2e%2e/admin', 400],
  ['/api/v1/%2E/pods', 400],
  ['/api//v1', 400],
  ['/api/v1/a%2fb', 400],
  ['/api/v1/a\\b', 400],
  ['/api/v1/a%00', 400],
  ['/api/v1/%', 400],
  ['/api/v1/ä', 400],
  ['/api/v1/a b', 400],
  ['/api/v1/namespaces/a/pods/b/exec', 403],
  ['/api/v1/namespaces/a/pods/b/exec/', 403],
  ['/api/v1/namespaces/a/pods/b/%65xec?command=sh', 403],
  ['/api/v1/namespaces/a/pods/b/attach', 403],
  ['/api/v1/namespaces/a/pods/b/portforward', 403],
  ['/api/v1/namespaces/a/pods/b/proxy/index.html', 403],
  ['/api/v1/namespaces/a/services/https:b:443/proxy/', 403],
  ['/api/v1/nodes/n/proxy/run', 403],
  ['/api/v1/proxy/nodes/n', 403],
  ['/api/v1/watch/namespaces/a/pods/b/exec', 403],
  ['/apis/subresources.kubevirt.io/v1/namespaces/a/virtualmachineinstances/b/console', 403],
  ['/apis/subresources.kubevirt.io/v1/namespaces/a/virtualmachineinstances/b/vnc/screenshot', 403],
  ['/apis/subresources.kubevirt.io/v1/namespaces/a/virtualmachineinstances/b/portforward/22', 403],
  ['/apis/example.io/v1/namespaces/a/things/b/proxy', 403],
  ['/apis/example.io/v1/namespaces/a/things/b/exec', 403],
  ['/apis/example.io/v1/things/b/shell/attach', 403],
  ['/apis/example.io/v1/proxy/things/b', 403],
  // Escaped twice.
  ['/api/v1/namespaces/a/pods/b/%2565xec', 400],
  ['/api/%252e%252e/x', 400],
])('refuses %s with %i', (path, code) => {
  expect(checkApiPath(path)).toMatchObject({ ok: false, code });
});
