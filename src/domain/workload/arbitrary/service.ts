import * as fc from 'fast-check';
import type { ServiceAccess, ServiceDraft } from '../draft.ts';
import { newService } from '../new-draft.ts';
import { anyText, keyValues, numberText } from './values.ts';

const protocol = fc.constantFrom('TCP' as const, 'UDP' as const, 'SCTP' as const);

function serviceOf(access: ServiceAccess): fc.Arbitrary<ServiceDraft> {
  const external = access === 'NodePort' || access === 'LoadBalancer';
  const named = access === 'ExternalName';
  const none = <Value>(value: Value): fc.Arbitrary<Value> => fc.constant(value);
  const port = fc
    .record({
      name: anyText,
      protocol,
      port: numberText,
      targetPort: numberText,
      nodePort: external ? numberText : none(''),
    })
    .filter((row) => row.name + row.port + row.targetPort + row.nodePort !== '');
  return fc
    .record<ServiceDraft>({
      enabled: none(true),
      name: anyText,
      access: none(access),
      externalName: named ? anyText : none(''),
      selector: named ? none([]) : keyValues(),
      ports: named ? none([]) : fc.array(port, { maxLength: 3 }),
      sessionAffinity: named ? none(false) : fc.boolean(),
      sessionTimeout: numberText,
      externalTrafficPolicy: external ? fc.constantFrom('Cluster', 'Local') : none('Cluster'),
      annotations: keyValues(),
    })
    .map((draft) =>
      draft.sessionAffinity ? draft : { ...draft, sessionTimeout: newService().sessionTimeout },
    );
}

/** Services in the form in which they are read: what a type does not have has its first value. */
export const arbitraryService: fc.Arbitrary<ServiceDraft> = fc.oneof(
  fc.constant(newService()),
  fc
    .constantFrom<ServiceAccess>('ClusterIP', 'NodePort', 'LoadBalancer', 'Headless', 'ExternalName')
    .chain(serviceOf),
);
