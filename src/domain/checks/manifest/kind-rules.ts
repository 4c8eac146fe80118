import { POOL_IP_NUMBER, SUBNET, SUBNETS } from '../../spiderpool/annotation-keys.ts';
import { ownedAnnotationKeys } from '../../spiderpool/annotations.ts';
import { parsePoolNumber } from '../../spiderpool/pool-number.ts';
import { at, entriesOf, textOf } from '../../workload/manifest/plain.ts';
import type { WorkloadReading } from '../../workload/read-workload.ts';
import { templateKeys } from '../../workload/workload-kind.ts';
import type { FindingCode } from '../finding-code.ts';
import type { Finding } from '../finding.ts';
import { error, warning, when } from '../report.ts';
import type { ManifestFinding } from './placed-finding.ts';

/** What a kind of workload cannot have of fixed pools (R10, `getPoolFromSubnetAnno`, domain reference 1.3, 1.4 and 4.3). */
export function checkFixedPoolKind({ workload, object }: WorkloadReading): readonly ManifestFinding[] {
  const { identity, kind } = workload;
  const annotations = [...templateKeys(kind), 'metadata', 'annotations'];
  const key = [SUBNETS, SUBNET].find((name) => at(object.plain, ...annotations, name) !== undefined);
  if (key === undefined) return [];
  const params = { kind: identity.kind };
  const report = (code: FindingCode, name: string): ManifestFinding => ({
    ...error(code, 'network.source', { ...params, key: name }),
    keys: [...annotations, name],
  });
  switch (kind.fixedPools) {
    case 'noController':
      return [report('manifest.noController', key)];
    case 'coreController':
      return [report('manifest.coreController', key)];
    case 'numbered': {
      const text = at(object.plain, ...annotations, POOL_IP_NUMBER);
      if (text === undefined) return [report('manifest.fixedTotalRequired', key)];
      const number = parsePoolNumber(textOf(text));
      if (!number.ok || number.value.form === 'total') return [];
      const { count } = number.value;
      const found = warning('manifest.replicasNotCounted', 'network.source', {
        ...params,
        key: POOL_IP_NUMBER,
        count,
      });
      return [{ ...found, keys: [...annotations, POOL_IP_NUMBER] }];
    }
    case 'followed':
      return [];
  }
}

export function usesHostNetwork({ workload, object }: WorkloadReading): boolean {
  return at(object.plain, ...templateKeys(workload.kind), 'spec', 'hostNetwork') === true;
}

/** A Pod on the network of its node has no NICs of its own: Multus and Spiderpool never see it (R10, 4.3). */
export function checkHostNetwork(reading: WorkloadReading): readonly ManifestFinding[] {
  const { workload, object } = reading;
  const template = templateKeys(workload.kind);
  const keys = [...template, 'spec', 'hostNetwork'];
  const annotations = entriesOf(at(object.plain, ...template, 'metadata', 'annotations'));
  const asks = annotations.some(([key]) => ownedAnnotationKeys.includes(key));
  return when(asks && usesHostNetwork(reading), error('manifest.hostNetwork', 'network.source')).map(
    (found: Finding) => ({ ...found, keys }),
  );
}
