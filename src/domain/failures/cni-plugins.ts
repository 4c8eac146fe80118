import type { FailureRule } from './failure.ts';

/** The main plugins of a NIC. */
export const cniPluginRules: readonly FailureRule[] = [
  /** 23. The containers ask for fewer devices than there are NICs, or the attachment names no resource. sriov-cni `LoadConf`. */
  { cause: 'noDevice', pattern: /VF pci addr is required/ },
  /** 25. The node has no such interface. macvlan, ipvlan, vlan. */
  { cause: 'masterNotFound', pattern: /failed to lookup master "(?<names>[^"]*)"/ },
  { cause: 'masterNotFound', pattern: /Link not found/ },
];
