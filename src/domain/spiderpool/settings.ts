/** The gates of Spiderpool that decide what the form may offer (domain reference 4.1). */
export interface SpiderpoolSettings {
  /** `read` from the ConfigMap; `assumed` (chart defaults) when it may not be read or is not found; `none` when Spiderpool's CRDs are absent. */
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
