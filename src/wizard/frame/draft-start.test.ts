import { describe, expect, it } from 'vitest';
import { macvlan, testPool, testView } from '../../domain/test-cluster.ts';
import { newDraft } from '../../domain/workload/new-draft.ts';
import { freshStart } from './draft-start.ts';
import { canStart, linkedOver } from './linked-pool.ts';

const view = testView({ pools: [testPool('p')], attachments: [macvlan] });
const search = (text: string) => new URLSearchParams(text);
const nobody = { ...view, pools: { state: 'forbidden' } as const };

describe('freshStart', () => {
  it.each([
    ['nothing asked for', '', view, undefined, 0],
    ['a pool', 'pool=p', view, { pool: 'p', outcome: 'done', needs: {} }, 1],
    ['a pool that is not there', 'pool=q', view, { pool: 'q', outcome: 'notFound', needs: {} }, 0],
    ['pools that may not be read', 'pool=p', nobody, { pool: 'p', outcome: 'unreadable', needs: {} }, 0],
    ['no name', 'pool=', view, undefined, 0],
  ])('%s', (_, text, of, linked, nics) => {
    const start = freshStart('demo', search(text), of);
    expect(start.linked).toEqual(linked);
    expect(start.draft.network.nics).toHaveLength(nics);
  });

  it('takes the namespace and the attachment of the link', () => {
    const { draft } = freshStart('demo', search('namespace=team-a&pool=p&nic=kube-system/other'), view);
    expect(draft.basics.namespace).toBe('team-a');
    expect(draft.network.nics[0]?.attachment).toBe('kube-system/other');
  });

  it('says that a draft that was begun is kept without it', () => {
    const stored = { savedAt: 0, draft: newDraft({ namespace: 'mine' }), manifest: '' };
    const { linked } = freshStart('demo', search('pool=p'), view);
    expect(linkedOver(stored, linked)).toEqual({ pool: 'p', outcome: 'kept', needs: {} });
    expect(linkedOver(undefined, linked)).toBe(linked);
    expect(linkedOver(stored, undefined)).toBeUndefined();
  });

  it('says nothing of the pool when the draft that was begun has it', () => {
    const { draft, linked } = freshStart('demo', search('pool=p'), view);
    expect(linkedOver({ savedAt: 0, draft, manifest: '' }, linked)).toBeUndefined();
  });
});

describe('canStart', () => {
  const loading = { ...view, attachments: { state: 'loading' } as const };
  it.each([
    ['', loading, true],
    ['pool=p', loading, false],
    ['pool=p', view, true],
    ['pool=p', nobody, true],
  ])('with “%s”', (text, of, expected) => {
    expect(canStart(search(text), of)).toBe(expected);
  });
});
