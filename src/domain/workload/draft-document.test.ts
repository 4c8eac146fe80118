import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDraft } from './arbitrary/draft.ts';
import { resourceOf } from './arbitrary/network.ts';
import type { Draft, KeyValue } from './draft.ts';
import { readDraft, writeDraft } from './draft-document.ts';
import {
  newDocument,
  parseManifest,
  printManifest,
  toObject,
  type ManifestDocuments,
} from './manifest-document.ts';

function parse(text: string): ManifestDocuments {
  const documents = parseManifest(text);
  if (!documents.ok) throw new Error(`${documents.error.code} ${documents.error.detail}\n${text}`);
  return documents.value;
}

/** Order means nothing in a map, and an edit leaves the keys that are there in their places. */
function sorted(draft: Draft): Draft {
  const byKey = (rows: KeyValue[]): KeyValue[] => rows.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const byName = <Row extends { name: string }>(rows: Row[]): Row[] =>
    rows.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const { metadata, network } = draft;
  return {
    ...draft,
    containers: draft.containers.map((container) => ({
      ...container,
      resources: { ...container.resources, extended: byName(container.resources.extended) },
    })),
    service: {
      ...draft.service,
      selector: byKey(draft.service.selector),
      annotations: byKey(draft.service.annotations),
    },
    network: { ...network, deviceResources: byName(network.deviceResources) },
    scheduling: { ...draft.scheduling, nodeSelector: byKey(draft.scheduling.nodeSelector) },
    metadata: {
      ...metadata,
      labels: byKey(metadata.labels),
      annotations: byKey(metadata.annotations),
      podLabels: byKey(metadata.podLabels),
      podAnnotations: byKey(metadata.podAnnotations),
      selector: { ...metadata.selector, labels: byKey(metadata.selector.labels) },
    },
  };
}

describe('a draft in YAML', () => {
  it('is read as it was written, from the documents and from their text', () => {
    fc.assert(
      fc.property(arbitraryDraft(), (draft) => {
        const documents = writeDraft([newDocument()], draft);
        expect(readDraft(documents, resourceOf).draft).toEqual(draft);
        expect(readDraft(parse(printManifest(documents)), resourceOf).draft).toEqual(draft);
      }),
    );
  }, 60_000);

  it('is the same object as documents and as text', () => {
    fc.assert(
      fc.property(arbitraryDraft(), (draft) => {
        const documents = writeDraft([newDocument()], draft);
        expect(parse(printManifest(documents)).map(toObject)).toEqual(documents.map(toObject));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('changes nothing when it is written again', () => {
    fc.assert(
      fc.property(arbitraryDraft(), (draft) => {
        const documents = writeDraft([newDocument()], draft);
        expect(writeDraft(documents, draft)).toBe(documents);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('takes the place of another draft whole', () => {
    fc.assert(
      fc.property(arbitraryDraft(), arbitraryDraft(), (before, draft) => {
        const documents = writeDraft(writeDraft([newDocument()], before), draft);
        expect(sorted(readDraft(documents, resourceOf).draft)).toEqual(sorted(draft));
      }),
    );
  }, 60_000);
});
