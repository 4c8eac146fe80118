const host =
  '(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?';
const component = '[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*';
const tag = '[\\w][\\w.-]{0,127}';
const digest = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';

const reference = new RegExp(
  `^((?:${host}/)?${component}(?:/${component})*)(?::(${tag}))?(?:@(${digest}))?$`,
);

/**
 * Whether a text is an image that a container runtime can pull: `name`, `host:port/path/name:tag@digest`
 * (grammar of `distribution/reference`). A wrong one leaves Pods in InvalidImageName.
 */
export function isImageReference(text: string): boolean {
  const name = reference.exec(text)?.[1];
  return name !== undefined && name.length <= 255;
}

/**
 * The pull policy of an image that says none: `Always` for the tag `latest` and for no tag and digest
 * (`SetDefaults_Container` of Kubernetes' `pkg/apis/core/v1`).
 */
export function defaultPullPolicy(image: string): 'Always' | 'IfNotPresent' {
  const match = reference.exec(image);
  if (match === null) return 'IfNotPresent';
  const [, , tagged, digested] = match;
  return (tagged ?? (digested === undefined ? 'latest' : '')) === 'latest' ? 'Always' : 'IfNotPresent';
}
