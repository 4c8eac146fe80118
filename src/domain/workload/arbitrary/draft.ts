import * as fc from 'fast-check';
import { ownedAnnotationKeys } from '../../spiderpool/annotations.ts';
import type { DnsDraft, Draft, MetadataDraft, SchedulingDraft, UpgradeDraft } from '../draft.ts';
import { DESCRIPTION, NAME_LABEL } from '../labels.ts';
import { newUpgrade } from '../new-draft.ts';
import { arbitraryContainers } from './containers.ts';
import { arbitraryNetwork } from './network.ts';
import { arbitraryService } from './service.ts';
import { anyText, keyValues, numberText, someText, someTextRow } from './values.ts';

const dns: fc.Arbitrary<DnsDraft> = fc.record({
  policy: fc.constantFrom('', 'Default', 'ClusterFirst', 'ClusterFirstWithHostNet', 'None'),
  nameservers: fc.array(someTextRow, { maxLength: 2 }),
  searches: fc.array(someTextRow, { maxLength: 2 }),
  options: fc.array(
    fc.record({ key: anyText, value: anyText }).filter(({ key, value }) => key + value !== ''),
    { maxLength: 2 },
  ),
  hostAliases: fc.array(
    fc
      .record({
        ip: someText,
        hostnames: fc.array(fc.constantFrom('a', 'b.example', 'yes'), { maxLength: 2 }),
      })
      .map(({ ip, hostnames }) => ({ ip, hostnames: hostnames.join(' ') })),
    { maxLength: 2 },
  ),
});

const upgrade: fc.Arbitrary<UpgradeDraft> = fc
  .record<UpgradeDraft>({
    strategy: fc.constantFrom('RollingUpdate', 'Recreate'),
    maxUnavailable: numberText,
    maxSurge: numberText,
    revisionHistoryLimit: numberText,
    minReadySeconds: numberText,
    progressDeadlineSeconds: numberText,
    terminationGracePeriodSeconds: numberText,
  })
  .map((draft) => {
    const { maxSurge, maxUnavailable } = newUpgrade();
    return draft.strategy === 'Recreate' ? { ...draft, maxSurge, maxUnavailable } : draft;
  });

const scheduling: fc.Arbitrary<SchedulingDraft> = fc.record({
  nodeSelector: keyValues(),
  tolerations: fc.array(
    fc
      .record({
        key: anyText,
        operator: fc.constantFrom('Equal' as const, 'Exists' as const),
        value: anyText,
        effect: fc.constantFrom('' as const, 'NoSchedule' as const, 'NoExecute' as const),
        tolerationSeconds: numberText,
      })
      .filter(
        (row) => row.operator === 'Exists' || row.key + row.value + row.effect + row.tolerationSeconds !== '',
      ),
    { maxLength: 2 },
  ),
});

/** Keys of a selector of another kind begin with this, so that labels of the user never meet them. */
const SELECTED = 'sel-';

const selector: fc.Arbitrary<MetadataDraft['selector']> = fc.oneof(
  fc.constant<MetadataDraft['selector']>({ byName: true, labels: [] }),
  fc.array(anyText, { minLength: 1, maxLength: 2 }).map((values) => ({
    byName: false,
    labels: values.map((value, index) => ({ key: `${SELECTED}${index}`, value })),
  })),
);

const metadata: fc.Arbitrary<MetadataDraft> = fc.record({
  labels: keyValues(),
  annotations: keyValues((key) => key === DESCRIPTION),
  podLabels: keyValues((key) => key === NAME_LABEL || key.startsWith(SELECTED)),
  podAnnotations: keyValues((key) => ownedAnnotationKeys.includes(key)),
  pullSecrets: fc.array(someTextRow, { maxLength: 2 }),
  selector,
});

/**
 * Drafts in normal form: as `readDraft` gives them. Fields that another choice makes meaningless have their first
 * value, and rows in which nothing was typed are not there. What was typed may be anything.
 */
export function arbitraryDraft(): fc.Arbitrary<Draft> {
  return fc
    .record<Draft>({
      basics: fc.record({ name: anyText, namespace: anyText, replicas: numberText, description: anyText }),
      containers: arbitraryContainers,
      service: arbitraryService,
      network: arbitraryNetwork(),
      dns,
      upgrade,
      scheduling,
      metadata,
    })
    .filter(({ containers, network }) => {
      const devices = new Set(network.deviceResources.map(({ name }) => name));
      return containers.every(({ resources }) => resources.extended.every(({ name }) => !devices.has(name)));
    });
}
