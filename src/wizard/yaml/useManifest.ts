import { useDeferredValue, useState } from 'react';
import { useWatch, type Control } from 'react-hook-form';
import type { Draft } from '../../domain/workload/draft.ts';
import { writeDraft } from '../../domain/workload/draft-document.ts';
import type { ManifestDocuments } from '../../domain/workload/manifest-document.ts';

export interface Manifest {
  readonly documents: ManifestDocuments;
  /** The draft that the documents say; a keystroke behind the form while the page is busy. */
  readonly draft: Draft;
}

/**
 * The manifest that the form's values make, following the typing when there is time. Each write starts from the one
 * before, so that a row keeps the keys that the form does not show wherever it is moved to.
 * @param base the documents that the form was read from; none for a new workload
 */
export function useManifest(control: Control<Draft>, base: ManifestDocuments): Manifest {
  const draft = useDeferredValue(useWatch<Draft>({ control }) as Draft);
  const [written, setWritten] = useState({ base, documents: base });
  const before = written.base === base ? written.documents : base;
  const documents = writeDraft(before, draft);
  if (documents !== written.documents || base !== written.base) setWritten({ base, documents });
  return { documents, draft };
}
