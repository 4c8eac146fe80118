/** What the API server says of one field, and where. */
export interface FieldMention {
  /** Kubernetes' path; `''` where it names none. */
  readonly field: string;
  readonly message: string;
}

/** `spec.template.spec.containers[0].env[1]`, `metadata.annotations[a/b.c]`. */
const path = String.raw`(?:metadata|spec)(?:\.[A-Za-z]\w*|\[[^\]]*\])*`;

const warned = new RegExp(`^(${path})(?::\\s|\\s|$)`);
const strict = new RegExp(`(?:unknown|duplicate) field "(${path})"`, 'g');
const wrongType = new RegExp(`Go struct field [\\w.]+?\\.(${path}) of type`);

/**
 * The field that a `Warning` of the API server speaks of. Those of its own rules begin with the path, as do the fields
 * of `fieldValidation=Warn` (`unknown field "spec.x"`); those of webhooks and of deprecated versions name none.
 * Source: Kubernetes' `pkg/api/pod/warnings.go`, `pkg/api/service/warnings.go`.
 */
export function mentionInWarning(text: string): FieldMention {
  const [, quoted] = new RegExp(strict.source).exec(text) ?? [];
  const [, leading] = warned.exec(text) ?? [];
  return { field: memberPath(quoted ?? leading ?? ''), message: text };
}

/**
 * The fields that a 400 of the decoder names, which has no causes:
 * `... cannot be handled as a Deployment: strict decoding error: unknown field "spec.x", duplicate field "spec.y"`,
 * `... json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32`.
 */
export function mentionsInDecodeError(text: string): readonly FieldMention[] {
  if (!text.includes('cannot be handled as a ')) return [];
  const [, typed] = wrongType.exec(text) ?? [];
  if (typed !== undefined) return [{ field: typed, message: text.replace(/^.*?json: /s, '') }];
  return [...text.matchAll(strict)].map(([message, field = '']) => ({ field, message }));
}

/** Some warnings of Services write the member of the Go struct: `spec.SessionAffinity`. */
function memberPath(field: string): string {
  return field.replaceAll(/\.([A-Z])/g, (_, letter: string) => `.${letter.toLowerCase()}`);
}
