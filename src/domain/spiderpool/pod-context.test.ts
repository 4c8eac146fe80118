import { expect, it } from 'vitest';
import { newDraft } from '../workload/new-draft.ts';
import { podContextOf } from './pod-context.ts';

it('a draft asks as the Deployment that it will be, with the labels of its selector', () => {
  const draft = newDraft({ namespace: 'prod' });
  draft.basics.name = 'web';
  draft.metadata.podLabels = [{ key: 'tier', value: 'front' }];
  draft.scheduling.nodeSelector = [
    { key: 'zone', value: 'a' },
    { key: '', value: 'half typed' },
  ];
  expect(podContextOf(draft)).toEqual({
    namespace: 'prod',
    workload: { group: 'apps', version: 'v1', kind: 'Deployment', name: 'web' },
    podLabels: { app: 'web', tier: 'front' },
    nodeSelector: { zone: 'a' },
  });
});
