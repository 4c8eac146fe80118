import type { Finding } from '../../../domain/checks/finding.ts';

/** Findings that stand beside the bar of their NIC and family, not at the field. */
export function isCapacityFinding({ code }: Finding): boolean {
  return code.startsWith('capacity.');
}
