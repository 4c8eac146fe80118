import type { ResourceRequirements } from 'kubernetes-types/core/v1';
import { goQuantity, quantityNanos } from '../schema/quantity.ts';
import { GoLiteral } from './field-errors.ts';
import type { FieldErrors } from './field-errors.ts';
import { qualifiedName } from './names.ts';
import { NEGATIVE } from './numbers.ts';

const STANDARD = new Set(['cpu', 'memory', 'ephemeral-storage']);
const HUGE_PAGES = 'hugepages-';
const WHOLE = 1_000_000_000n;

/**
 * Requests and limits of a container.
 * Source: `ValidateContainerResourceRequirements` of pkg/apis/core/validation.
 */
export function validateResources(resources: ResourceRequirements, field: string, errors: FieldErrors): void {
  const { limits = {}, requests = {} } = resources;
  for (const [name, quantity] of Object.entries(limits)) {
    validateResource(name, quantity, `${field}.limits[${name}]`, errors);
  }
  for (const [name, quantity] of Object.entries(requests)) {
    validateResource(name, quantity, `${field}.requests[${name}]`, errors);
    validateAgainstLimit(name, quantity, limits[name], field, errors);
  }
  const names = [...Object.keys(limits), ...Object.keys(requests)];
  if (names.some(isHugePages) && !names.some((name) => name === 'cpu' || name === 'memory')) {
    errors.forbidden(field, 'HugePages require cpu or memory');
  }
}

function validateResource(name: string, quantity: string, field: string, errors: FieldErrors): void {
  validateName(name, field, errors);
  const nanos = quantityNanos(quantity);
  if (nanos < 0n) errors.invalid(field, quantity, NEGATIVE);
  if (mustBeWhole(name) && nanos % WHOLE !== 0n)
    errors.invalid(field, new GoLiteral(goQuantity(quantity)), 'must be an integer');
}

function validateName(name: string, field: string, errors: FieldErrors): void {
  const value = new GoLiteral(name);
  const problems = qualifiedName(name);
  for (const text of problems) errors.invalid(field, value, text);
  if (!name.includes('/')) {
    if (STANDARD.has(name) || isHugePages(name)) return;
    if (problems.length === 0 && !isStandardElsewhere(name)) {
      errors.invalid(field, value, 'must be a standard resource type or fully qualified');
    }
    errors.invalid(field, value, 'must be a standard resource for containers');
  } else if (!isNative(name) && !isExtended(name)) {
    errors.invalid(field, value, "doesn't follow extended resource name standard");
  }
}

function validateAgainstLimit(
  name: string,
  quantity: string,
  limit: string | undefined,
  field: string,
  errors: FieldErrors,
): void {
  const overcommits = isNative(name) && !isHugePages(name);
  if (limit === undefined) {
    if (!overcommits)
      errors.required(`${field}.limits`, 'Limit must be set for non overcommitable resources');
    return;
  }
  const difference = quantityNanos(quantity) - quantityNanos(limit);
  if (difference !== 0n && !overcommits) {
    errors.invalid(`${field}.requests`, quantity, `must be equal to ${name} limit of ${limit}`);
  } else if (difference > 0n) {
    errors.invalid(`${field}.requests`, quantity, `must be less than or equal to ${name} limit of ${limit}`);
  }
}

function isHugePages(name: string): boolean {
  return name.startsWith(HUGE_PAGES);
}

/** Names that are resources of nodes or quotas, though not of containers. Source: `standardResources`. */
function isStandardElsewhere(name: string): boolean {
  return (
    ['storage', 'pods', 'services', 'secrets', 'configmaps'].includes(name) ||
    /^(requests|limits)\./.test(name)
  );
}

/** Kubernetes' own resources: without a prefix, or with its own. */
function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** Source: `IsExtendedResourceName`. */
function isExtended(name: string): boolean {
  return !isNative(name) && !name.startsWith('requests.') && qualifiedName(`requests.${name}`).length === 0;
}

function mustBeWhole(name: string): boolean {
  return isExtended(name);
}
