import type { AdmissionRequest } from '../../store/admission.ts';
import { isObject } from '../../store/json.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import { annotations, ATTACHMENTS } from '../names.ts';
import { goStringMap } from '../../go/text.ts';
import { dns1123Subdomain } from '../../api/validation/names.ts';
import { parseGoJson } from '../../go/json-decode.ts';
import { readMultusConfig } from '../resources/multus-config.ts';
import type { MultusConfig } from '../resources/multus-config.ts';
import { texts } from '../resources/label-selector.ts';
import { objectOr } from '../../store/json.ts';
import { coordinatorDenial } from './coordinator-webhook.ts';
import { deniedInvalid, forbiddenField, invalidField } from './denial.ts';
import type { FieldDenial, Webhook } from './denial.ts';
import { mutateMultusConfig } from './multus-config-defaults.ts';
import { cniRule } from './multus-config-rules.ts';

const webhook: Webhook = { name: 'spidermultusconfig.spiderpool.spidernet.io', kind: 'SpiderMultusConfig' };
const CNI_VERSIONS = ['0.3.0', '0.3.1', '0.4.0', '1.0.0'];
const ANNOTATIONS = 'metadata.annotations';

/** The mutating webhook of SpiderMultusConfig (reference 2.5). */
export function mutateMultusRequest({ object }: AdmissionRequest): void {
  if (object.metadata.deletionTimestamp === undefined) mutateMultusConfig(object);
}

/** The validating webhook of SpiderMultusConfig. */
export function admitMultusConfig(request: AdmissionRequest, store: MemoryStore): void {
  if (request.operation === 'DELETE') return;
  const { object, oldObject } = request;
  if (object.metadata.deletionTimestamp !== undefined) return;
  const config = readMultusConfig(object);
  const before = oldObject === undefined ? undefined : readMultusConfig(oldObject);
  const denial =
    renameRule(before, config) ??
    attachmentRule(config, store) ??
    cniRule(config) ??
    coordinatorRule(config) ??
    chainRule(config);
  if (denial !== undefined) throw deniedInvalid(webhook, object.metadata.name, [denial]);
}

/** The attachment's name never changes, neither to another custom name nor from the default one. */
function renameRule(before: MultusConfig | undefined, after: MultusConfig): FieldDenial | undefined {
  if (before === undefined) return undefined;
  const [old, now] = [
    before.annotations[annotations.attachmentName],
    after.annotations[annotations.attachmentName],
  ];
  if (now === undefined || old === now) return undefined;
  return old === undefined
    ? invalidField(
        ANNOTATIONS,
        now,
        `it's unsupported to changed Multus net-attach-def '${before.name}' to customized name '${now}'`,
      )
    : invalidField(
        ANNOTATIONS,
        old,
        `it's unsupported to change customized Multus net-attach-def resource name from '${old}' to '${now}'`,
      );
}

/** The attachment is not another SpiderMultusConfig's, and the CNI version is one that Spiderpool writes. */
function attachmentRule(config: MultusConfig, store: MemoryStore): FieldDenial | undefined {
  const { namespace } = config;
  const name = config.annotations[annotations.attachmentName] ?? config.name;
  const printed = { go: goStringMap(config.annotations) };
  const owner = store
    .peek(ATTACHMENTS, namespace, name)
    ?.metadata.ownerReferences?.find(
      (reference) => reference.kind === 'SpiderMultusConfig' && reference.name !== config.name,
    );
  if (owner !== undefined) {
    const detail = `the net-attach-def ${namespace}/${name} already exists and is managed by SpiderMultusConfig ${namespace}/${owner.name}.`;
    return invalidField(ANNOTATIONS, printed, detail);
  }
  const custom = config.annotations[annotations.attachmentName];
  const problems = custom === undefined ? [] : dns1123Subdomain(custom);
  if (problems.length > 0) {
    const detail = `invalid custom net-attach-def resource name, err: [${problems.join(' ')}]`;
    return invalidField(ANNOTATIONS, printed, detail);
  }
  const version = config.annotations[annotations.cniVersion];
  if (version === undefined || CNI_VERSIONS.includes(version)) return undefined;
  return invalidField(ANNOTATIONS, printed, `unsupported CNI version ${version}`);
}

function coordinatorRule({ spec }: MultusConfig): FieldDenial | undefined {
  return isObject(spec.coordinator) ? coordinatorDenial(spec.coordinator, 'optional') : undefined;
}

/** Each chained plugin is a JSON object with a type. */
function chainRule({ spec }: MultusConfig): FieldDenial | undefined {
  for (const text of texts(spec.chainCNIJsonData)) {
    const problem = chainProblem(text);
    if (problem !== undefined) return forbiddenField('spec.chainCNIJsonData', `invalid ${text}: ${problem}`);
  }
  return undefined;
}

function chainProblem(text: string): string | undefined {
  try {
    const plugin = objectOr(parseGoJson(text));
    return typeof plugin.type === 'string' && plugin.type !== ''
      ? undefined
      : "error parsing configuration: missing 'type'";
  } catch (error) {
    return `error parsing configuration: ${error instanceof Error ? error.message : ''}`;
  }
}
