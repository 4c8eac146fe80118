import type { Finding, Severity } from './finding.ts';
import type { FindingCode } from './finding-code.ts';

type Params = Finding['params'];

function finding(severity: Severity, code: FindingCode, path: string, params: Params): Finding {
  return { code, severity, path, params };
}

/** Blocks Submit: the API or Spiderpool refuses it, or Pods cannot start. */
export function error(code: FindingCode, path: string, params: Params = {}): Finding {
  return finding('error', code, path, params);
}

/** Works, or may work, and not as people expect. */
export function warning(code: FindingCode, path: string, params: Params = {}): Finding {
  return finding('warning', code, path, params);
}

export function note(code: FindingCode, path: string, params: Params = {}): Finding {
  return finding('note', code, path, params);
}

/** The finding when the condition holds, as a list to spread. */
export function when(condition: boolean, found: Finding): readonly Finding[] {
  return condition ? [found] : [];
}
