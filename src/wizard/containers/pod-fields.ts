/**
 * Fields of a Pod that the downward API gives to environment variables (Kubernetes, "Downward API, available fields";
 * `metadata.labels['key']` and `metadata.annotations['key']` may be typed as well).
 */
export const podFields = [
  { path: 'metadata.name', text: 'podField.name' },
  { path: 'metadata.namespace', text: 'podField.namespace' },
  { path: 'metadata.uid', text: 'podField.uid' },
  { path: 'spec.nodeName', text: 'podField.nodeName' },
  { path: 'spec.serviceAccountName', text: 'podField.serviceAccount' },
  { path: 'status.podIP', text: 'podField.podIP' },
  { path: 'status.podIPs', text: 'podField.podIPs' },
  { path: 'status.hostIP', text: 'podField.hostIP' },
] as const;
