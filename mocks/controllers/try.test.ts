import { it } from 'vitest';
import { createManualClock } from '../manual-clock.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { startControllers } from './start-controllers.ts';

it('tries', () => {
  const clock = createManualClock();
  const store = createMemoryStore({ clock });
  startControllers({ store, clock, api: store });
  for (const n of [1, 2, 3])
    store.create('v1/nodes', {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: `node-${n}` },
      spec: {},
      status: {
        allocatable: { cpu: '4', memory: '8Gi', pods: '110' },
        addresses: [{ type: 'InternalIP', address: `10.6.0.${n}` }],
      },
    });
  store.create('apps/v1/deployments', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'default' },
    spec: {
      replicas: 3,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'web', image: 'nginx:1' }] },
      },
    },
  });
  clock.advance(5000);
  const show = () => {
    for (const p of store.peekList('v1/pods'))
      console.log(
        p.metadata.name,
        (p.status as any).phase,
        (p.status as any).podIP,
        (p.spec as any).nodeName,
        p.metadata.deletionTimestamp,
      );
  };
  show();
  console.log(JSON.stringify(store.peekList('v1/pods')[0], null, 1));
  console.log(JSON.stringify(store.peekList('apps/v1/deployments')[0], null, 1));
  store.modify('apps/v1/deployments', 'default', 'web', (d) => {
    (d.spec as any).template.spec.containers[0].image = 'nginx:crash';
  });
  clock.advance(60000);
  show();
  console.log(JSON.stringify(store.peekList('apps/v1/deployments')[0]?.status, null, 1));
  for (const e of store.peekList('v1/events'))
    console.log(e.metadata.name, e.type, e.reason, e.count, e.message);
});
