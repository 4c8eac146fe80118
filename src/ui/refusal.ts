/** What the authorizer of an API server refused. */
export interface Refusal {
  readonly verb: RefusedVerb;
  /** As a Role names it: `pods`, `deployments/scale`, `spiderippools`. */
  readonly resource: string;
  /** Absent for the cluster as a whole. */
  readonly namespace?: string;
}

export type RefusedVerb = 'read' | 'create' | 'change' | 'delete';

const verbs: Readonly<Record<string, RefusedVerb>> = {
  get: 'read',
  list: 'read',
  watch: 'read',
  create: 'create',
  update: 'change',
  patch: 'change',
  delete: 'delete',
  deletecollection: 'delete',
};

/**
 * Reads the message of a 403, as `forbiddenMessage` of Kubernetes' apiserver writes it.
 * @returns `undefined` for any other message: those of admission, of proxies, of other authorizers.
 */
export function readRefusal(message: string): Refusal | undefined {
  const match =
    / cannot (?<word>[a-z]+) resource "(?<resource>[^"]+)" in API group "[^"]*" (?:in the namespace "(?<namespace>[^"]+)"|at the cluster scope)/.exec(
      message,
    );
  const { word = '', resource = '', namespace } = match?.groups ?? {};
  const verb = Object.hasOwn(verbs, word) ? verbs[word] : undefined;
  if (verb === undefined) return undefined;
  return { verb, resource, ...(namespace === undefined ? {} : { namespace }) };
}
