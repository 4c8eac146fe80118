import { useEffect, useMemo } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Draft } from '../../domain/workload/draft.ts';
import { writeDraft } from '../../domain/workload/draft-document.ts';
import { printManifest, type ManifestDocuments } from '../../domain/workload/manifest-document.ts';
import { useHost } from '../../host/HostContext.tsx';
import type { KeyValueStorage } from '../../host/host.ts';
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
 * @param base the documents that the draft was read from, which are kept with it
 * @param madeBy as in `StoredDraft`
 */
export function useAutosave(
  form: UseFormReturn<Draft>,
  key: string,
  base: ManifestDocuments,
  madeBy: string | undefined,
): Autosave {
  const { storage } = useHost();
  const saver = useMemo(
    () => createSaver(storage, key, { base, madeBy }, () => form.getValues()),
    [storage, key, base, madeBy, form],
  );
  useEffect(() => {
    const unsubscribe = form.subscribe({ formState: { values: true }, callback: saver.changed });
    const onLeave = (event: BeforeUnloadEvent) => {
      saver.saveNow();
      if (saver.isUnsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => {
      window.removeEventListener('beforeunload', onLeave);
      unsubscribe();
      saver.saveNow();
    };
  }, [form, saver]);
  return saver;
}

interface Saver extends Autosave {
  readonly changed: () => void;
  readonly saveNow: () => void;
  /** Something was typed that could not be stored. */
  readonly isUnsaved: () => boolean;
}

function createSaver(
  storage: KeyValueStorage,
  key: string,
  { base, madeBy: madeBefore }: { base: ManifestDocuments; madeBy: string | undefined },
  draftOf: () => Draft,
): Saver {
  let madeBy = madeBefore;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsaved = false;
  let forgotten = false;
  const saveNow = () => {
    clearTimeout(timer);
    if (!unsaved || forgotten) return;
    const draft = draftOf();
    try {
      const manifest = printManifest(writeDraft(base, draft));
      const from = base.length === 0 ? {} : { base: printManifest(base) };
      const made = madeBy === undefined ? {} : { madeBy };
      storage.set(key, printStoredDraft({ savedAt: Date.now(), draft, manifest, ...from, ...made }));
      unsaved = false;
    } catch {
      // The storage is full or refused: the browser asks before the page is left.
    }
  };
  return {
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
      storage.remove(key);
    },
  };
}
