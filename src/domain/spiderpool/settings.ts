import { parseDocument } from 'yaml';
import { decodeMeta } from '../kubernetes-object.ts';
import { isRecord, recordAt, textAt, valueAt } from '../untyped.ts';
import type { UntypedRecord } from '../untyped.ts';

/** The gates of Spiderpool that decide what the form may offer (domain reference 4.1). */
export interface SpiderpoolSettings {
  /**
   * `read` from the ConfigMap; `assumed` (chart defaults) when it may not be read, is not found or is no YAML;
   * `none` when Spiderpool's CRDs are absent.
   */
  readonly source: 'read' | 'assumed' | 'none';
  /** Namespace of the installation: a bare name in `multusName` belongs to it. */
  readonly namespace: string;
  readonly enableIPv4: boolean;
  readonly enableIPv6: boolean;
  readonly enableSpiderSubnet: boolean;
  readonly enableAutoPool: boolean;
  /** `clusterNetwork`: the attachment (`ns/name`) of every Pod's eth0, `''` when the node's CNI file decides. */
  readonly clusterNetwork: string;
}

/** The chart's defaults, for a user who may not read the ConfigMap. */
export function assumedSettings(namespace: string): SpiderpoolSettings {
  return {
    source: 'assumed',
    namespace,
    enableIPv4: true,
    enableIPv6: true,
    enableSpiderSubnet: true,
    enableAutoPool: true,
    clusterNetwork: '',
  };
}

/** A cluster without Spiderpool. */
export const noSpiderpool: SpiderpoolSettings = {
  source: 'none',
  namespace: '',
  enableIPv4: false,
  enableIPv6: false,
  enableSpiderSubnet: false,
  enableAutoPool: false,
  clusterNetwork: '',
};

/**
 * Reads the ConfigMap `spiderpool-conf`. The gates are YAML inside its key `conf.yml`; a gate that is not there
 * keeps the chart's default, except `enableAutoPoolForApplication`, which releases before 1.0 do not have and which
 * then follows `enableSpiderSubnet`.
 */
export function decodeSettings(object: unknown): SpiderpoolSettings {
  const meta = decodeMeta(object);
  const data = recordAt(object, 'data');
  const assumed: SpiderpoolSettings = {
    ...assumedSettings(meta.ok ? meta.value.namespace : ''),
    clusterNetwork: textAt(data, 'clusterNetwork') ?? '',
  };
  const conf = parseYaml(textAt(data, 'conf.yml') ?? '');
  if (!conf) return assumed;
  const gate = (key: string, fallback: boolean) => {
    const value = valueAt(conf, key);
    return typeof value === 'boolean' ? value : fallback;
  };
  const enableSpiderSubnet = gate('enableSpiderSubnet', true);
  return {
    ...assumed,
    source: 'read',
    enableIPv4: gate('enableIPv4', true),
    enableIPv6: gate('enableIPv6', true),
    enableSpiderSubnet,
    enableAutoPool: enableSpiderSubnet && gate('enableAutoPoolForApplication', true),
  };
}

function parseYaml(text: string): UntypedRecord | undefined {
  try {
    const document = parseDocument(text);
    const value: unknown = document.errors.length > 0 ? undefined : document.toJS();
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
