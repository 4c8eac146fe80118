/** Every way in which a request to a cluster can fail, as one type. Made only in `src/cluster`. */
export interface ApiError {
  /** `network`: no answer (cut, refused, time-out); `http`: the server answered with a failure. */
  readonly kind: 'network' | 'http';
  /** HTTP status; 0 for `network`. */
  readonly status: number;
  /** Kubernetes' reason: AlreadyExists, Forbidden, Invalid ... `''` when unknown. */
  readonly reason: string;
  /** The server's own words. */
  readonly message: string;
  /** `details.causes`: the fields that it names. */
  readonly causes: readonly ApiErrorCause[];
}

export interface ApiErrorCause {
  /** Kubernetes' path: `spec.template.spec.containers[0].image`. `''` when the cause names none. */
  readonly field: string;
  readonly reason: string;
  readonly message: string;
}
