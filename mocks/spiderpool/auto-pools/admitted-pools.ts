import type { KubeObject, NewKubeObject } from '../../store/store.ts';

/** How auto-created pools are written: through the API server, so that the webhooks see them. */
export interface AdmittedPools {
  /** @throws StatusError */
  create(pool: NewKubeObject): void;
  /** @throws StatusError */
  update(pool: KubeObject): void;
  /** Records a Warning event on a pool. */
  warn(pool: KubeObject, reason: string, message: string): void;
}
