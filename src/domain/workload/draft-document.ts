import type { Document } from 'yaml';
import type { Finding } from '../checks/finding.ts';
import { readingFinding } from '../checks/reading.ts';
import { note } from '../checks/report.ts';
import { type ResourceOf, splitDeviceResources } from './device-resources.ts';
import type { Draft } from './draft.ts';
import { applyEdit } from './manifest/apply-edit.ts';
import { deploymentEdit, readDeployment } from './manifest/deployment.ts';
import type { Edit } from './manifest/edit.ts';
import { plainOf } from './manifest/plain-document.ts';
import { at } from './manifest/plain.ts';
import { type HiddenPart, notShown } from './manifest/not-shown.ts';
import { readService, serviceEdit } from './manifest/service.ts';
import {
  newDocument,
  newServiceDocument,
  withContents,
  type ManifestDocuments,
} from './manifest-document.ts';
import { newService } from './new-draft.ts';

/** A document of the manifest with what a draft asks of it. */
export interface DocumentEdit {
  readonly document: Document;
  readonly edit: Edit;
}

/** A manifest as the form shows it. */
export interface DraftReading {
  readonly draft: Draft;
  /** What of the manifest the form cannot show, or what Spiderpool and Multus will not take. */
  readonly notes: readonly Finding[];
}

const noResources: ResourceOf = () => undefined;

/**
 * The draft that a manifest shows. Total: what the form cannot show reads as not set, and stays when it is written.
 * @param resourceOf tells the device resources of the attachments from resources that the user asks for; without it
 *   all are the user's
 */
export function readDraft(documents: ManifestDocuments, resourceOf = noResources): DraftReading {
  const deployment = deploymentOf(documents);
  const service = serviceOf(documents);
  const read = readDeployment(deployment === undefined ? undefined : plainOf(deployment));
  const draft: Draft = {
    ...read.draft,
    service: service === undefined ? newService() : readService(plainOf(service)),
  };
  const unseen = documentEdits(documents, draft).flatMap(({ document, edit }) =>
    notShown(edit, plainOf(document)),
  );
  const notes = [...read.problems.map(readingFinding), ...unseen.map(noteOfPart)];
  return { draft: splitDeviceResources(draft, resourceOf), notes };
}

function noteOfPart({ field, path }: HiddenPart): Finding {
  return note('reading.notShown', field, { path });
}

/**
 * The manifest with the fields of the draft written into it; everything else survives: keys, comments, order, quotes.
 * Rows keep the keys that the form does not show as long as each write starts from the result of the one before.
 * @returns the same array when the draft says what the documents already say
 */
export function writeDraft(documents: ManifestDocuments, draft: Draft): ManifestDocuments {
  const edits = documentEdits(documents, draft);
  const written = edits.map(({ document, edit }) => {
    const contents = applyEdit(document.contents, edit, document.schema);
    return contents === document.contents ? document : withContents(document, contents);
  });
  const same =
    written.length === documents.length && written.every((document, index) => document === documents[index]);
  return same ? documents : written;
}

/**
 * The documents that a draft needs, each with its edit: documents that the draft needs and the manifest lacks are
 * added, a Service that is not wanted is left out, and objects of other kinds stay.
 */
export function documentEdits(documents: ManifestDocuments, draft: Draft): readonly DocumentEdit[] {
  const deployment = deploymentOf(documents) ?? newDocument();
  const service = serviceOf(documents);
  const existing = documents.includes(deployment) ? documents : [deployment, ...documents];
  return existing.flatMap((document) => {
    if (document === service)
      return draft.service.enabled ? [{ document, edit: serviceEditOf(document, deployment, draft) }] : [];
    if (document !== deployment) return [{ document, edit: { kind: 'keep' } }];
    const workload: DocumentEdit = { document, edit: deploymentEdit(plainOf(document), draft) };
    if (service !== undefined || !draft.service.enabled) return [workload];
    return [workload, newServiceEdit(draft)];
  });
}

function serviceEditOf(service: Document, deployment: Document, draft: Draft): Edit {
  const before = at(plainOf(deployment), 'metadata', 'namespace');
  return serviceEdit(plainOf(service), draft.service, { now: draft.basics.namespace, before });
}

function newServiceEdit(draft: Draft): DocumentEdit {
  const document = newServiceDocument();
  const namespaces = { now: draft.basics.namespace, before: undefined };
  return { document, edit: serviceEdit(plainOf(document), draft.service, namespaces) };
}

/** The document that holds the workload: the first Deployment, else the first that does not say what it is. */
export function deploymentOf(documents: ManifestDocuments): Document | undefined {
  return (
    documents.find((document) => kindOf(document) === 'Deployment') ??
    documents.find((document) => kindOf(document) === undefined)
  );
}

/** The first Service. */
export function serviceOf(documents: ManifestDocuments): Document | undefined {
  return documents.find((document) => kindOf(document) === 'Service');
}

function kindOf(document: Document): unknown {
  return at(plainOf(document), 'kind');
}
