import { useEffect, useMemo } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Draft } from '../../domain/workload/draft.ts';
import { writeDraft } from '../../domain/workload/draft-document.ts';
import { printManifest, type ManifestDocuments } from '../../domain/workload/manifest-document.ts';
import { useHost } from '../../host/HostContext.tsx';
import type { KeyValueStorage } from '../../host/host.ts';
import { useInsight } from './insight-context.ts';
import { printStoredDraft } from './stored-draft.ts';

/** Milliseconds after the last change. */
const delay = 500;

export interface Autosave {
  /** Throws the stored draft away; nothing more is stored. */
  readonly forget: () => void;
  /** Keeps with the draft, at once, that its Deployment is there, and which field manager it was created with. */
  readonly keepMade: (manager: string) => void;
}

/**
 * Keeps the draft in the host's storage while it is being written, so that a reload loses nothing.
 *
 * @param ofBase whether the draft was read from documents: then the manifest is kept as what it goes on from
 * @param madeBy as in `StoredDraft`
 */
export function useAutosave(key: string, ofBase: boolean, madeBy: string | undefined): Autosave {
  const { storage } = useHost();
  const form = useFormContext<Draft>();
  const { documents } = useInsight();
  const saver = useMemo(
    () => createSaver(storage, key, { ofBase, madeBy }, () => form.getValues()),
    [storage, key, ofBase, madeBy, form],
  );
  useEffect(() => saver.follow(documents), [saver, documents]);
  useEffect(() => {
    const unsubscribe = form.subscribe({ formState: { values: true }, callback: saver.changed });
    const onLeave = (event: BeforeUnloadEvent) => {
      saver.saveNow();
      if (saver.isUnsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    saver.enter();
    return () => {
      window.removeEventListener('beforeunload', onLeave);
      unsubscribe();
      saver.leave();
    };
  }, [form, saver]);
  return saver;
}

interface Saver extends Autosave {
  readonly enter: () => void;
  /** Saves. What is stored afterwards under the same key by the next visit of the page is not of this one any more. */
  readonly leave: () => void;
  /** The documents as they are shown now. */
  readonly follow: (documents: ManifestDocuments) => void;
  readonly changed: () => void;
  readonly saveNow: () => void;
  /** Something was typed that could not be stored. */
  readonly isUnsaved: () => boolean;
}

function createSaver(
  storage: KeyValueStorage,
  key: string,
  { ofBase, madeBy: madeBefore }: { ofBase: boolean; madeBy: string | undefined },
  draftOf: () => Draft,
): Saver {
  let madeBy = madeBefore;
  let shown: ManifestDocuments = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsaved = false;
  let forgotten = false;
  let left = false;
  /** What this visit of the page read or wrote last. */
  let ours = storage.get(key);
  const isOurs = () => !left || storage.get(key) === ours;
  const saveNow = () => {
    clearTimeout(timer);
    if (!unsaved || forgotten || !isOurs()) return;
    const draft = draftOf();
    try {
      // Written into what is shown: into earlier documents, a moved row would take the hidden keys of another.
      const manifest = printManifest(writeDraft(shown, draft));
      const from = ofBase ? { base: manifest } : {};
      const made = madeBy === undefined ? {} : { madeBy };
      const text = printStoredDraft({ savedAt: Date.now(), draft, manifest, ...from, ...made });
      storage.set(key, text);
      ours = text;
      unsaved = false;
    } catch {
      // The storage is full or refused: the browser asks before the page is left.
    }
  };
  return {
    enter: () => {
      left = false;
    },
    leave: () => {
      saveNow();
      left = true;
    },
    follow: (documents) => {
      shown = documents;
    },
    changed: () => {
      unsaved = true;
      clearTimeout(timer);
      timer = setTimeout(saveNow, delay);
    },
    saveNow,
    isUnsaved: () => unsaved && !forgotten,
    keepMade: (manager) => {
      madeBy = manager;
      unsaved = true;
      saveNow();
    },
    forget: () => {
      forgotten = true;
      clearTimeout(timer);
      if (isOurs()) storage.remove(key);
    },
  };
}
