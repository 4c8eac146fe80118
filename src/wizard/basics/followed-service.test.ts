import { describe, expect, it } from 'vitest';
import type { Draft } from '../../domain/workload/draft.ts';
import { newDraft } from '../../domain/workload/new-draft.ts';
import { withServiceDefaults } from '../service/service-defaults.ts';
import { followedService } from './followed-service.ts';

function renamed(change: (draft: Draft) => void = () => {}): Draft {
  const draft = newDraft({ namespace: 'default' });
  draft.basics.name = 'web';
  draft.metadata.podLabels = [{ key: 'tier', value: 'front' }];
  draft.service = withServiceDefaults(draft);
  change(draft);
  draft.basics.name = 'shop';
  return draft;
}

describe('followedService', () => {
  it('gives the new name to the Service and its selector', () => {
    const service = followedService(renamed(), 'web');
    expect(service.name).toBe('shop');
    expect(service.selector).toContainEqual({ key: 'app', value: 'shop' });
    expect(service.selector).toContainEqual({ key: 'tier', value: 'front' });
  });

  it('leaves what the user chose', () => {
    const service = followedService(
      renamed((draft) => {
        draft.service.name = 'front';
        draft.service.selector = [{ key: 'app', value: 'other' }];
      }),
      'web',
    );
    expect(service).toMatchObject({ name: 'front', selector: [{ key: 'app', value: 'other' }] });
  });

  it('follows no name when the workload has a selector of its own', () => {
    const draft = renamed((own) => {
      own.metadata.selector = { byName: false, labels: [{ key: 'app', value: 'web' }] };
    });
    expect(followedService(draft, 'web').selector).toContainEqual({ key: 'app', value: 'web' });
  });

  it('leaves a Service that is switched off', () => {
    const draft = renamed((off) => {
      off.service.enabled = false;
    });
    expect(followedService(draft, 'web')).toBe(draft.service);
  });
});
