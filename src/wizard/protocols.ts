import type { SelectOption } from '../ui/fields/SelectField.tsx';

/** The protocols that Kubernetes knows for ports. */
export const protocolOptions: readonly SelectOption[] = [
  { value: 'TCP', label: 'TCP' },
  { value: 'UDP', label: 'UDP' },
  { value: 'SCTP', label: 'SCTP' },
];
