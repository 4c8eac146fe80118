import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMap, Pair, visit, type YAMLMap } from 'yaml';
import { readDraft, writeDraft } from './draft-document.ts';
import type { Draft } from './draft.ts';
import { parseManifest, printManifest, toObject, type ManifestDocuments } from './manifest-document.ts';
import { emptyContainer, emptyNic, emptyToleration } from './new-draft.ts';

const names = ['fixed-pool', 'manual-pools', 'underlay-eth0', 'dual-stack-fallback', 'with-service'];
const texts = names.map((name) => readFileSync(new URL(`./golden/${name}.yaml`, import.meta.url), 'utf8'));

function parse(text: string): ManifestDocuments {
  const documents = parseManifest(text);
  if (!documents.ok) throw new Error(`${documents.error.detail}\n${text}`);
  return documents.value;
}

/** Keys that no field shows, each into the map that its number picks. */
function withForeignKeys(text: string, places: readonly number[]): string {
  const documents = parse(text);
  const maps: YAMLMap[] = [];
  for (const document of documents) {
    visit(document, {
      Map: (_, map) => {
        maps.push(map);
      },
    });
  }
  places.forEach((place, index) => {
    const map = maps[place % maps.length];
    const foreign = new Pair(`key-${index}-x`, { deep: [1, { a: null }] });
    map?.items.splice(place % (map.items.length + 1), 0, foreign);
  });
  return printManifest(documents);
}

/** Comments on lines of their own and at the end of lines. */
function withComments(text: string, places: readonly number[]): string {
  const lines = text.split('\n').slice(0, -1);
  places.forEach((place, index) => {
    const at = place % lines.length;
    const line = lines[at] ?? '';
    const comment = `# comment-${index}-x`;
    if (place % 3 === 0 && !/[:#]/.test(line.slice(-1)) && !line.includes('#'))
      lines[at] = `${line} ${comment}`;
    else lines.splice(at, 0, `${/^ */.exec(line)?.[0] ?? ''}${comment}`);
  });
  return `${lines.join('\n')}\n`;
}

const edits: readonly ((draft: Draft) => void)[] = [
  ({ basics }) => (basics.name = 'renamed'),
  ({ basics }) => (basics.namespace = 'team-a'),
  ({ basics }) => (basics.replicas = basics.replicas === '' ? '4' : ''),
  ({ basics }) => (basics.description = 'what it is'),
  ({ containers }) => containers.forEach((container) => (container.image = 'other:2')),
  ({ containers }) => containers.forEach((container) => (container.pullPolicy = 'Always')),
  ({ containers }) => containers.unshift({ ...emptyContainer(), name: 'side', image: 'side:1' }),
  (draft) => (draft.containers = draft.containers.toReversed()),
  ({ containers }) => containers[0]?.env.unshift({ source: 'value', name: 'NEW', value: '1' }),
  ({ containers }) => containers[0]?.ports.push({ name: 'more', containerPort: '81', protocol: 'UDP' }),
  ({ containers }) => containers.forEach(({ resources }) => (resources.cpuLimit = '2')),
  ({ containers }) => containers.forEach(({ resources }) => (resources.memoryLimit = '')),
  ({ network }) => network.nics.push({ ...emptyNic(), attachment: 'kube-system/more' }),
  ({ network }) => (network.nics = network.nics.toReversed()),
  ({ network }) => (network.source = 'default'),
  ({ network }) => (network.routes = []),
  ({ metadata }) => metadata.labels.splice(0, 1),
  ({ metadata }) => metadata.podLabels.unshift({ key: 'new', value: 'label' }),
  ({ metadata }) => metadata.podAnnotations.splice(0, 1),
  ({ scheduling }) => scheduling.tolerations.push({ ...emptyToleration(), key: 'new' }),
  ({ dns }) => (dns.policy = 'None'),
  ({ upgrade }) => (upgrade.revisionHistoryLimit = '3'),
  ({ service }) => (service.sessionAffinity = !service.sessionAffinity),
  ({ service }) =>
    service.ports.push({ name: 'more', protocol: 'UDP', port: '9', targetPort: '9', nodePort: '' }),
];

function marksIn(text: string): string[] {
  return (text.match(/(?:key|comment)-\d+-x/g) ?? []).sort();
}

/** The foreign keys of an object with where they are; a container by its name, since it may have moved. */
function foreignPaths(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => {
      const name = (item as { name?: unknown } | null)?.name;
      return foreignPaths(item, `${path}[${typeof name === 'string' ? name : index}]`);
    });
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key.startsWith('key-')
      ? [`${path}.${key}=${JSON.stringify(inner)}`]
      : foreignPaths(inner, `${path}.${key}`),
  );
}

describe('what the form does not show', () => {
  const places = fc.array(fc.nat(), { minLength: 1, maxLength: 4 });
  const chosenEdits = fc.array(fc.constantFrom(...edits), { minLength: 1, maxLength: 5 });

  it('survives every edit: keys in their places, and comments', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), places, places, chosenEdits, (text, keys, comments, steps) => {
        const marked = withComments(withForeignKeys(text, keys), comments);
        let documents = parse(marked);
        const printed = printManifest(documents);
        fc.pre(marksIn(printed).length === keys.length + comments.length);
        const before = foreignPaths(documents.map(toObject));
        for (const step of steps) {
          const { draft } = readDraft(documents);
          step(draft);
          documents = writeDraft(documents, draft);
        }
        const after = printManifest(documents);
        expect(marksIn(after)).toEqual(marksIn(printed));
        expect(foreignPaths(documents.map(toObject)).sort()).toEqual(before.sort());
        expect(marksIn(printManifest(parse(after)))).toEqual(marksIn(printed));
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('keeps its order', () => {
    const documents = parse(
      'z: 1\nkind: Deployment\nspec:\n  b: 1\n  a: 2\n  replicas: 1\nmetadata: {name: x, q: 1}\n',
    );
    const { draft } = readDraft(documents);
    draft.basics.replicas = '2';
    draft.metadata.selector = { byName: false, labels: [] };
    expect(printManifest(writeDraft(documents, draft))).toBe(
      'z: 1\nkind: Deployment\nspec:\n  b: 1\n  a: 2\n  replicas: 2\nmetadata: {name: x, q: 1}\n',
    );
  });

  it('never shares a map that is edited with another draft of the document', () => {
    const documents = parse(texts[0] ?? '');
    const before = printManifest(documents);
    const { draft } = readDraft(documents);
    for (const edit of edits) edit(draft);
    writeDraft(documents, draft);
    expect(printManifest(documents)).toBe(before);
    expect(documents.every((document) => isMap(document.contents))).toBe(true);
  });
});
