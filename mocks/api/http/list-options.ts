import type { FieldError } from '../../store/status-errors.ts';
import { invalid } from '../../store/status-errors.ts';

const MATCH = 'resourceVersionMatch';
const EXACT = 'Exact';
const NOT_OLDER = 'NotOlderThan';

/**
 * What a query may not say about a list or a watch.
 * Source: `ValidateListOptions` of k8s.io/apimachinery/pkg/apis/meta/internalversion/validation.
 * @throws StatusError 422
 */
export function checkListOptions(query: URLSearchParams, verb: 'list' | 'watch'): void {
  const errors = verb === 'watch' ? watchErrors(query) : listErrors(query);
  if (errors.length > 0) throw invalid('ListOptions.meta.k8s.io', '', errors);
}

function listErrors(query: URLSearchParams): FieldError[] {
  const match = query.get(MATCH) ?? '';
  const version = query.get('resourceVersion') ?? '';
  const errors: FieldError[] = [];
  if (match !== '') {
    if (version === '') {
      errors.push(forbidden(MATCH, 'resourceVersionMatch is forbidden unless resourceVersion is provided'));
    }
    if ((query.get('continue') ?? '') !== '') {
      errors.push(forbidden(MATCH, 'resourceVersionMatch is forbidden when continue is provided'));
    }
    if (match !== EXACT && match !== NOT_OLDER) errors.push(unsupported(match, [EXACT, NOT_OLDER, '']));
    if (match === EXACT && version === '0') {
      errors.push(forbidden(MATCH, 'resourceVersionMatch "exact" is forbidden for resourceVersion "0"'));
    }
  }
  if (query.has('sendInitialEvents')) {
    errors.push(forbidden('sendInitialEvents', 'sendInitialEvents is forbidden for list'));
  }
  return errors;
}

function watchErrors(query: URLSearchParams): FieldError[] {
  const match = query.get(MATCH) ?? '';
  const errors: FieldError[] = [];
  if (query.has('sendInitialEvents')) {
    if (match !== NOT_OLDER) {
      const text = `sendInitialEvents requires setting resourceVersionMatch to ${NOT_OLDER}`;
      errors.push(forbidden(MATCH, text));
    }
    if (match !== '' && match !== NOT_OLDER) errors.push(unsupported(match, [NOT_OLDER]));
  } else if (match !== '') {
    const text = 'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided';
    errors.push(forbidden(MATCH, text));
  }
  return errors;
}

function forbidden(field: string, text: string): FieldError {
  return { reason: 'FieldValueForbidden', field, message: `Forbidden: ${text}` };
}

function unsupported(value: string, supported: readonly string[]): FieldError {
  const list = supported.map((text) => JSON.stringify(text)).join(', ');
  const message = `Unsupported value: ${JSON.stringify(value)}: supported values: ${list}`;
  return { reason: 'FieldValueNotSupported', field: MATCH, message };
}
