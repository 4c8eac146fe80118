import { ownedAnnotationKeys } from '../spiderpool/annotations.ts';
import type { Draft } from '../workload/draft.ts';
import type { Finding } from './finding.ts';
import { error, when } from './report.ts';

/**
 * The annotations of the NICs belong on the Pods: on the workload itself nothing reads them, and its Pods start without
 * what they ask for (domain reference 1.0).
 */
export function checkMisplacedAnnotations({ metadata }: Draft): readonly Finding[] {
  return metadata.annotations.flatMap(({ key }, index) =>
    when(
      ownedAnnotationKeys.includes(key),
      error('annotation.misplaced', `metadata.annotations.${index}.key`, { key }),
    ),
  );
}
