import { describe, expect, it } from 'vitest';
import { writeDraft } from '../../domain/workload/draft-document.ts';
import { emptyNic, newDraft } from '../../domain/workload/new-draft.ts';
import { lockedRows, writtenMetadata } from './written-metadata.ts';

describe('metadata that other fields write', () => {
  const draft = newDraft({ namespace: 'default' });
  draft.basics.name = 'web';
  draft.basics.description = 'shop front';
  draft.metadata.annotations = [{ key: 'team', value: 'a' }];
  draft.metadata.podLabels = [{ key: 'tier', value: 'front' }];
  draft.network.source = 'default';
  draft.network.nics = [{ ...emptyNic(), attachment: 'kube-system/macvlan' }];
  const written = writtenMetadata(writeDraft([], draft));

  it('locks the description, and not what the user wrote', () => {
    expect(lockedRows(written.annotations, draft.metadata.annotations)).toEqual([
      { key: 'podnic.io/description', value: 'shop front', writer: 'metadata.byDescription' },
    ]);
  });

  it('locks the label that the selector asks for', () => {
    expect(lockedRows(written.podLabels, draft.metadata.podLabels)).toEqual([
      { key: 'app', value: 'web', writer: 'metadata.bySelector' },
    ]);
  });

  it('locks the annotations of the NICs, even when the user typed such a key too', () => {
    const typed = [{ key: 'k8s.v1.cni.cncf.io/networks', value: 'mine' }];
    expect(lockedRows(written.podAnnotations, typed)).toEqual([
      { key: 'k8s.v1.cni.cncf.io/networks', value: 'kube-system/macvlan', writer: 'metadata.byNics' },
    ]);
  });

  it('locks nothing in an empty manifest', () => {
    expect(lockedRows(writtenMetadata([]).podAnnotations, [])).toEqual([]);
  });
});
