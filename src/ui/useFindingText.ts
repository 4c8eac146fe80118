import type { Finding } from '../domain/checks/finding.ts';
import { useText } from '../i18n/useText.ts';

/** A finding in words. A code without a text in both languages is a compile error. */
export function useFindingText(): (finding: Finding) => string {
  const t = useText();
  return ({ code, params }) => t(`finding.${code}`, params);
}
