import { describe, expect, it } from 'vitest';
import type { ClusterView } from '../../domain/cluster-view.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { emptyContainer, newDraft } from '../../domain/workload/new-draft.ts';
import { draftResolver } from './draft-resolver.ts';

const view: ClusterView = {
  attachments: { state: 'known', value: [] },
  multusConfigs: { state: 'known', value: [] },
  pools: { state: 'known', value: [] },
  subnets: { state: 'known', value: [] },
  reserved: { state: 'loading' },
  namespaces: {
    state: 'known',
    value: [{ name: 'default', labels: {}, annotations: {}, terminating: false }],
  },
  coordinators: { state: 'known', value: [] },
  nodes: { state: 'known', value: [] },
  autoscalers: { state: 'known', value: [] },
  settings: {
    source: 'assumed',
    namespace: 'kube-system',
    enableIPv4: true,
    enableIPv6: false,
    enableSpiderSubnet: true,
    enableAutoPool: true,
    clusterNetwork: '',
  },
};

function resolve(draft: Draft, inView = view) {
  return draftResolver(inView)(draft, undefined, { fields: {}, shouldUseNativeValidation: undefined });
}

function webDraft(): Draft {
  const draft = newDraft({ namespace: 'default' });
  draft.basics.name = 'web';
  draft.containers = [{ ...emptyContainer(), name: 'web', image: 'nginx' }];
  return draft;
}

describe('draftResolver', () => {
  it('lets a draft without errors pass as it is', async () => {
    const draft = webDraft();
    expect(await resolve(draft)).toEqual({ values: draft, errors: {} });
  });

  it('gives each wrong field its error, where React Hook Form looks for it', async () => {
    const draft = webDraft();
    draft.basics.name = '';
    draft.containers[0]!.image = '';
    expect(await resolve(draft)).toMatchObject({
      values: {},
      errors: {
        basics: { name: { type: 'name.required' } },
        containers: { '0': { image: { type: 'container.imageRequired' } } },
      },
    });
  });

  it('lets warnings pass', async () => {
    const draft = webDraft();
    draft.containers[0]!.args = [{ value: '' }];
    expect(await resolve(draft)).toEqual({ values: draft, errors: {} });
  });

  it('judges by the cluster as it is now', async () => {
    const ending: ClusterView = {
      ...view,
      namespaces: {
        state: 'known',
        value: [{ name: 'default', labels: {}, annotations: {}, terminating: true }],
      },
    };
    expect(await resolve(webDraft(), ending)).toMatchObject({
      errors: { basics: { namespace: { type: 'namespace.terminating' } } },
    });
  });
});
