import type { Clock } from '../../clock.ts';
import type { AdmissionPlugin } from '../../store/admission.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import type { ResourceName } from '../../store/store.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Strategy } from '../strategy.ts';

/** What every operation of the API works with. */
export interface OperationContext {
  store: MemoryStore;
  clock: Clock;
  catalogue: Catalogue;
  /** Run in this order after Kubernetes' own defaults and validation. */
  admission: readonly AdmissionPlugin[];
  strategies: ReadonlyMap<ResourceName, Strategy>;
}
