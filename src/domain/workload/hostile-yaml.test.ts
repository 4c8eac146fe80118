import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document } from 'yaml';
import { describeLines } from './line-map.ts';
import { deploymentOf, readDraft, writeDraft } from './draft-document.ts';
import { plainOf } from './manifest/plain-document.ts';
import { at, entriesOf, textOf } from './manifest/plain.ts';
import { newDocument, parseManifest, printManifest, toObject } from './manifest-document.ts';
import { newDraft } from './new-draft.ts';

function golden(name: string): string {
  return readFileSync(new URL(`./golden/${name}.yaml`, import.meta.url), 'utf8');
}

const rich = `${golden('fixed-pool')}---\n${golden('with-service').split('---\n')[2] ?? ''}`;

/** Reads, writes and prints whatever a text holds; `null` where it is no manifest. */
function journey(text: string): { before: string; after: string } | null {
  const documents = parseManifest(text);
  if (!documents.ok) return null;
  const { draft } = readDraft(documents.value);
  const written = writeDraft(documents.value, draft);
  describeLines(written, draft);
  return { before: printManifest(documents.value), after: printManifest(written) };
}

/** Replaces the value at one place of an object, which a number picks. */
function replaceAt(root: unknown, place: number, value: unknown): unknown {
  const holders: [Record<string, unknown> | unknown[], string | number][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      holders.push([node as Record<string, unknown>, key]);
      walk((node as Record<string, unknown>)[key]);
    }
  };
  const copy = structuredClone(root);
  walk(copy);
  const [holder, key] = holders[place % holders.length] ?? [];
  if (holder !== undefined && key !== undefined) (holder as Record<string | number, unknown>)[key] = value;
  return copy;
}

/** Whether a Deployment says by which labels it finds its Pods, and its Pods have them: otherwise writing mends it. */
function isSelecting(text: string): boolean {
  const documents = parseManifest(text);
  const deployment = documents.ok ? deploymentOf(documents.value) : undefined;
  if (deployment === undefined) return false;
  const spec = at(plainOf(deployment), 'spec');
  const labels = at(spec, 'template', 'metadata', 'labels');
  const selected = entriesOf(at(spec, 'selector', 'matchLabels'));
  return selected.length > 0 && selected.every(([key, value]) => textOf(at(labels, key)) === textOf(value));
}

/** Lists of aliases of lists of aliases: a small text with 9^depth texts in it. */
function laughs(depth: number): string {
  const lines = Array.from({ length: depth }, (_, level) => {
    const item = level === 0 ? 'x' : `*l${level - 1}`;
    return `l${level}: &l${level} [${Array(9).fill(item).join()}]`;
  });
  return lines.join('\n');
}

describe('YAML of any kind', () => {
  it('is read and written without an exception', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab:- \n&*!|>{}[],"\'#?%@0\t<'.split('')) }),
        (text) => {
          journey(text);
        },
      ),
      { numRuns: 120 },
    );
  }, 60_000);

  it('is read and written with any part of a manifest cut out or doubled', () => {
    fc.assert(
      fc.property(fc.nat(rich.length), fc.nat(60), fc.boolean(), (at, length, doubled) => {
        const part = rich.slice(at, at + length);
        journey(
          doubled ? rich.slice(0, at) + part + rich.slice(at) : rich.slice(0, at) + rich.slice(at + length),
        );
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('stays as it is when what was read is written, whatever stands in the place of a value', () => {
    const objects = (() => {
      const documents = parseManifest(rich);
      return documents.ok ? documents.value.map(toObject) : [];
    })();
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(null, '', {}, [], [[]], [null], { a: 1 }, 0, true),
    );
    fc.assert(
      fc.property(fc.nat(), value, fc.nat(1), (place, replacement, index) => {
        const changed = objects.map((object, position) =>
          position === index ? replaceAt(object, place, replacement) : object,
        );
        const text = changed.map((object) => new Document(object).toString({ lineWidth: 0 })).join('---\n');
        const result = journey(text);
        if (result !== null && isSelecting(text)) expect(result.after).toBe(result.before);
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  it.each([
    ['a: &a [*a]', 'alias'],
    ['a: *nowhere', 'alias'],
    ['&x {kind: Deployment, y: *x}', 'alias'],
    ['a: 1\na: 2', 'syntax'],
    ['[1, 2]', 'notAnObject'],
    ['just text', 'notAnObject'],
    ['{', 'syntax'],
    ['['.repeat(20_000), 'syntax'],
    [laughs(9), 'alias'],
  ])('%#: is refused with its reason', (text, code) => {
    const documents = parseManifest(text);
    expect(documents.ok ? 'read' : documents.error.code).toBe(code);
  });

  it.each(['', '# nothing', '---\n---\n', 'null'])('%j holds no document', (text) => {
    expect(parseManifest(text)).toEqual({ ok: true, value: [] });
  });

  it('says where the mistake is', () => {
    const documents = parseManifest('kind: Deployment\nspec:\n  a: [1\n');
    expect(documents.ok ? null : documents.error).toMatchObject({ code: 'syntax', line: 4 });
  });

  it('writes anchors and aliases out, so that an edit stays in its place', () => {
    const documents = parseManifest(
      'kind: Deployment\nmetadata: &m\n  name: web\n  labels: &l {app: web}\nspec:\n  selector:\n    matchLabels: *l\n  template:\n    metadata: *m\n',
    );
    if (!documents.ok) throw new Error('not read');
    const { draft } = readDraft(documents.value);
    draft.metadata.labels.push({ key: 'only', value: 'here' });
    const text = printManifest(writeDraft(documents.value, draft));
    expect(text.match(/only: here/g)).toHaveLength(1);
    expect(text).not.toMatch(/[&*]/);
  });

  it('takes an empty manifest for a new one', () => {
    const draft = newDraft({ namespace: 'default' });
    expect(printManifest(writeDraft([], draft))).toBe(printManifest(writeDraft([newDocument()], draft)));
    expect(readDraft([]).draft.containers).toHaveLength(1);
  });

  it('leaves objects of other kinds alone and puts the Deployment in front', () => {
    const documents = parseManifest('kind: ConfigMap\nmetadata: {name: c}\n');
    if (!documents.ok) throw new Error('not read');
    const written = writeDraft(documents.value, newDraft({ namespace: 'default' }));
    expect(written.map((document) => (toObject(document) as { kind: string }).kind)).toEqual([
      'Deployment',
      'ConfigMap',
    ]);
    expect(written[1]).toBe(documents.value[0]);
  });
});
