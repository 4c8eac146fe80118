/** What is asked with, where it does not stand in the kubeconfig as it is: `ExecCredential.status`, or an id-token. */
export interface Credential {
  /** `''` where there is none. */
  readonly token: string;
  readonly certificate: string;
  readonly key: string;
  /** Milliseconds since 1970; absent where it does not say. */
  readonly expires?: number;
}
