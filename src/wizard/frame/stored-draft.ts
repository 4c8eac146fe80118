import type { Draft } from '../../domain/workload/draft.ts';
import { parseManifest, type ManifestDocuments } from '../../domain/workload/manifest-document.ts';
import {
  emptyContainer,
  emptyContainerPort,
  emptyEnv,
  emptyKeyValue,
  emptyNic,
  emptyRoute,
  emptyServicePort,
  emptyToleration,
  newDraft,
} from '../../domain/workload/new-draft.ts';

/** A draft as it is kept in the tab until it is created. */
export interface StoredDraft {
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly draft: Draft;
  /** The manifest as it was shown: what a person can still use if the draft cannot be read any more. */
  readonly manifest: string;
  /** Where its Deployment was created and its Service was not: the field manager that the Deployment was created with. */
  readonly madeBy?: string;
  /** The manifest that the draft goes on from, with all that the form does not show. Absent for a new workload. */
  readonly base?: string;
}

/** The key in the host's storage: one draft a cluster, and one more for each workload that is being copied. */
export function draftKey(cluster: string, copyOf?: { namespace: string; name: string }): string {
  const key = `podnic.draft.${cluster}`;
  return copyOf === undefined ? key : `${key}.copy.${copyOf.namespace}/${copyOf.name}`;
}

export function printStoredDraft(stored: StoredDraft): string {
  return JSON.stringify(stored);
}

/** `undefined` for a text that is not a stored draft of this version of the form: it is as if there were none. */
export function readStoredDraft(text: string | undefined): StoredDraft | undefined {
  if (text === undefined) return undefined;
  const stored = parseJson(text);
  const whole = {
    savedAt: 0,
    manifest: '',
    draft: sampleDraft(),
    ...sampleIfThere(stored, 'madeBy', 'base'),
  };
  return conforms(stored, whole) ? (stored as StoredDraft) : undefined;
}

/** The documents that a stored draft goes on from: the workload may have changed since, or be gone. */
export function baseOf({ base }: StoredDraft): ManifestDocuments | undefined {
  const read = base === undefined ? undefined : parseManifest(base);
  return read?.ok === true ? read.value : undefined;
}

/** Optional texts of a stored draft: they need not be there, and are texts where they are. */
function sampleIfThere(stored: unknown, ...keys: readonly string[]): Readonly<Record<string, string>> {
  const there = isObject(stored) ? keys.filter((key) => stored[key] !== undefined) : [];
  return Object.fromEntries(there.map((key) => [key, '']));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every field of the draft once; a list holds one sample of each kind of its rows. */
function sampleDraft(): unknown {
  const draft = newDraft({ namespace: '' });
  const text = [{ value: '' }];
  const pairs = [emptyKeyValue()];
  const probe = { method: '', path: '', port: '', scheme: '', command: text, initialDelaySeconds: '' };
  return {
    ...draft,
    containers: [
      {
        ...emptyContainer(),
        resources: {
          cpuRequest: '',
          cpuLimit: '',
          memoryRequest: '',
          memoryLimit: '',
          extended: [{ name: '', count: '' }],
        },
        command: text,
        args: text,
        ports: [emptyContainerPort()],
        env: [emptyEnv('value'), emptyEnv('configMapKey'), emptyEnv('podField')],
        probes: { liveness: probe, readiness: probe, startup: probe },
      },
    ],
    service: { ...draft.service, selector: pairs, ports: [emptyServicePort()], annotations: pairs },
    network: {
      ...draft.network,
      eth0: sampleNic(),
      nics: [sampleNic()],
      routes: [emptyRoute()],
      deviceResources: [{ name: '', count: '' }],
    },
    dns: {
      policy: '',
      nameservers: text,
      searches: text,
      options: pairs,
      hostAliases: [{ ip: '', hostnames: '' }],
    },
    scheduling: { nodeSelector: pairs, tolerations: [emptyToleration()] },
    metadata: {
      labels: pairs,
      annotations: pairs,
      podLabels: pairs,
      podAnnotations: pairs,
      pullSecrets: text,
      selector: { byName: true, labels: pairs },
    },
  };
}

function sampleNic(): unknown {
  return { ...emptyNic(), pools: { ipv4: [''], ipv6: [''] } };
}

/** Whether a value has at least the fields of a sample, each of the same type. */
function conforms(value: unknown, sample: unknown): boolean {
  if (Array.isArray(sample)) {
    return Array.isArray(value) && value.every((item) => sample.some((kind) => conforms(item, kind)));
  }
  if (typeof sample !== 'object' || sample === null) return typeof value === typeof sample;
  return isObject(value) && Object.entries(sample).every(([key, kind]) => conforms(value[key], kind));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
