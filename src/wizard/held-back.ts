import type { FindingCode } from '../domain/checks/finding-code.ts';
import type { Finding } from '../domain/checks/finding.ts';
import { isCapacityFinding } from './nic/capacity/capacity-finding.ts';

/** What was done at the field of a finding so far. */
export interface FieldProgress {
  /** The step of the field was left or tried: everything wrong there is shown. */
  readonly revealed: boolean;
  /** Somebody was in the field and went on. */
  readonly left: boolean;
  /** The value is being typed, for the first time. */
  readonly typing: boolean;
}

/** What NICs are asked for. All else that is wrong with them is wrong whatever their fields hold: the cluster decides it too. */
const askedOfNics: ReadonlySet<FindingCode> = new Set([
  'nic.attachmentRequired',
  'nic.subnetRequired',
  'nic.poolRequired',
  'route.destination',
  'route.gateway',
]);

/**
 * Whether a finding waits before it is shown: the one rule for fields, badges, the footer and its list. An error waits
 * while its field is merely empty and nobody has been there, so that an empty form does not scold, and while the first
 * text is being typed. Whatever speaks of something chosen, or of what the cluster has become, is shown at once.
 * @param value what the field holds
 */
export function isHeldBack(
  finding: Finding,
  value: unknown,
  { revealed, left, typing }: FieldProgress,
): boolean {
  if (finding.severity !== 'error' || revealed || isCapacityFinding(finding)) return false;
  if (typing) return true;
  const asked = !finding.path.startsWith('network.') || askedOfNics.has(finding.code);
  return asked && !left && isEmpty(value);
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}
