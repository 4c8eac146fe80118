import type { Random } from '../../controllers/random.ts';
import type { AddressFamily } from '../../../src/domain/ip/address.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import type { KubeObject } from '../../store/store.ts';
import type { AdmittedPools } from '../auto-pools/admitted-pools.ts';
import type { SpiderpoolSettings } from '../settings.ts';
import type { TopController } from './top-controller.ts';

/** The `ipam` block of a CNI configuration, as far as the agent is told. */
export interface IpamConfig {
  defaultPools: Readonly<Record<AddressFamily, readonly string[]>>;
  cleanGateway: boolean;
  matchMasterSubnet: boolean;
}

/** One CNI ADD: the agent is asked for the addresses of one NIC of one Pod. */
export interface AddRequest {
  pod: KubeObject;
  owner: TopController;
  /** `eth0`, `net1` */
  nic: string;
  ipam: IpamConfig;
}

/** What the agent works with. */
export interface AgentContext {
  store: MemoryStore;
  /** For the pools that the agent makes itself, for workloads of third parties. */
  pools: AdmittedPools;
  settings: SpiderpoolSettings;
  random: Random;
}

/** The pools of one family that may serve a NIC. */
export interface Candidate {
  family: AddressFamily;
  /** Names, in the order in which they are tried. */
  pools: string[];
}

/** What is to be found for one NIC. In `ippools` mode one ADD finds it for all NICs of the Pod. */
export interface NicDemand {
  nic: string;
  cleanGateway: boolean;
  candidates: Candidate[];
}
