import { isObject, textOr } from '../../store/json.ts';
import { badRequest } from '../../store/status-errors.ts';
import type { Catalogue } from '../catalogue.ts';
import { goKind } from '../decode/scalars.ts';
import { apiVersionOf } from '../resource-type.ts';
import { unrecognized } from './body.ts';
import type { Body } from './body.ts';

/** What a body has to be an object of. */
export interface WantedKind {
  group: string;
  version: string;
  kind: string;
  custom?: boolean;
}

/** Versions that Kubernetes knows and no longer serves. */
const FORMER = /^(extensions|apps|batch|autoscaling|policy|networking\.k8s\.io)\/v\d(alpha|beta)\d$/;
const HEAD =
  'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }';
const SCHEME = 'in scheme "pkg/runtime/scheme.go:100"';

/**
 * Whether a body says that it is of the wanted kind, or says nothing.
 * Source: the universal decoder of k8s.io/apimachinery, and `transformDecodeError` of k8s.io/apiserver.
 * @returns the body; `null` is an empty object
 * @throws StatusError 400
 */
export function checkBodyKind(wanted: WantedKind, catalogue: Catalogue, body: Body): Body {
  const bytes = body.bytes ?? Buffer.from(JSON.stringify(body.value ?? null));
  const refuse = (why: string) => unrecognized(wanted.kind, bytes, why);
  const value = body.value === null && wanted.custom !== true ? {} : body.value;
  if (!isObject(value)) throw refuse(headError(goKind(value), `Go value of type ${HEAD}`));
  for (const key of ['apiVersion', 'kind'] as const) {
    if (value[key] === undefined || value[key] === null || typeof value[key] === 'string') continue;
    throw refuse(headError(goKind(value[key]), `Go struct field .${key} of type string`));
  }
  const [apiVersion, kind] = [textOr(value.apiVersion), textOr(value.kind)];
  if (wanted.custom === true && (kind === '' || apiVersion === '')) {
    const missing = kind === '' ? 'Kind' : 'apiVersion';
    throw refuse(`Object '${missing}' is missing in '${bytes.toString('utf8')}'`);
  }
  if (apiVersion.split('/').length > 2) throw refuse(`unexpected GroupVersion string: ${apiVersion}`);
  if (wanted.custom !== true) checkRegistered(wanted, catalogue, kind, apiVersion);
  return { ...body, value };
}

function checkRegistered(wanted: WantedKind, catalogue: Catalogue, kind: string, apiVersion: string): void {
  const expected = apiVersionOf(wanted);
  const said = { kind: kind || wanted.kind, apiVersion: apiVersion || expected };
  if (said.kind === wanted.kind && said.apiVersion === expected) return;
  // Another version of the kind is compared later, where both are known.
  if (FORMER.test(said.apiVersion)) return;
  const version = said.apiVersion.replace(/^.*\//, '');
  const refuse = (why: string) =>
    badRequest(`${said.kind} in version "${version}" cannot be handled as a ${wanted.kind}: ${why}`);
  if (catalogue.ofKind(said.apiVersion, said.kind) === undefined) {
    throw refuse(`no kind "${said.kind}" is registered for version "${said.apiVersion}" ${SCHEME}`);
  }
  throw refuse(
    `converting (${version}.${said.kind}) to (${wanted.group === '' ? 'core' : wanted.group}.${wanted.kind}): unknown conversion`,
  );
}

function headError(found: string, target: string): string {
  const kind = found.startsWith('number') ? 'number' : found;
  return `couldn't get version/kind; json parse error: json: cannot unmarshal ${kind} into ${target}`;
}
