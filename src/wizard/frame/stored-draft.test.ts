import { describe, expect, it } from 'vitest';
import { emptyContainerPort, emptyEnv, emptyNic, newDraft } from '../../domain/workload/new-draft.ts';
import { draftKey, printStoredDraft, readStoredDraft, type StoredDraft } from './stored-draft.ts';

function storedDraft(): StoredDraft {
  const draft = newDraft({ namespace: 'default' });
  draft.basics.name = 'web';
  draft.containers[0]!.ports.push(emptyContainerPort());
  draft.containers[0]!.env.push(
    emptyEnv('value', 'A'),
    emptyEnv('secretKey', 'B'),
    emptyEnv('podField', 'C'),
  );
  draft.network.nics.push({ ...emptyNic(), pools: { ipv4: ['a', 'b'], ipv6: [] } });
  return { savedAt: 1_700_000_000_000, draft, manifest: 'kind: Deployment\n' };
}

describe('readStoredDraft', () => {
  it('reads what was printed', () => {
    expect(readStoredDraft(printStoredDraft(storedDraft()))).toEqual(storedDraft());
  });

  it('reads who made the Deployment, where there is one', () => {
    const stored = { ...storedDraft(), madeBy: 'podnic-0123456789' };
    expect(readStoredDraft(printStoredDraft(stored))).toEqual(stored);
  });

  it('keeps the manifest that the draft was read from', () => {
    const copy = { ...storedDraft(), base: 'kind: Deployment\n' };
    expect(readStoredDraft(printStoredDraft(copy))).toEqual(copy);
  });

  it.each([
    ['nothing', undefined],
    ['no JSON', '{'],
    ['another shape', '[]'],
    ['null', 'null'],
  ])('takes %s for no draft', (_, text) => {
    expect(readStoredDraft(text)).toBeUndefined();
  });

  it.each<[string, (stored: StoredDraft) => unknown]>([
    [
      'a number where text is kept',
      (stored) => ({
        ...stored,
        draft: { ...stored.draft, basics: { ...stored.draft.basics, replicas: 3 } },
      }),
    ],
    ['a missing section', (stored) => ({ ...stored, draft: { ...stored.draft, dns: undefined } })],
    ['a container that is none', (stored) => ({ ...stored, draft: { ...stored.draft, containers: [null] } })],
    [
      'an environment row of no kind',
      (stored) => {
        const draft = structuredClone(stored.draft) as unknown as { containers: { env: unknown[] }[] };
        draft.containers[0]!.env = [{ name: 'A' }];
        return { ...stored, draft };
      },
    ],
    ['no time', (stored) => ({ ...stored, savedAt: 'today' })],
    ['a manager that is no text', (stored) => ({ ...stored, madeBy: 5 })],
    ['a manifest that is no text', (stored) => ({ ...stored, base: [] })],
  ])('takes a draft with %s for none', (_, spoil) => {
    expect(readStoredDraft(JSON.stringify(spoil(storedDraft())))).toBeUndefined();
  });
});

describe('draftKey', () => {
  it('has a place for each workload that is copied, apart from the new one', () => {
    const keys = [
      draftKey('demo'),
      draftKey('demo', { namespace: 'a', name: 'web' }),
      draftKey('demo', { namespace: 'a', name: 'db' }),
      draftKey('demo', { namespace: 'b', name: 'web' }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
