/** A rule of Kubernetes for names: gives the complaints about a text, none when it is right. */
export type NameRule = (text: string) => string[];

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const LABEL_1035 = '[a-z]([-a-z0-9]*[a-z0-9])?';
const QUALIFIED = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const LABEL_VALUE = `(${QUALIFIED})?`;
const CONFIG_KEY = '[-._a-zA-Z0-9]+';
const HTTP_HEADER = '[-A-Za-z0-9]+';
const PERCENT = '[0-9]+%';

const QUALIFIED_TEXT =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";

/** Longer texts than this are refused without a look, so that nobody can keep the matcher busy. */
const LONGEST_MATCHED = 1024;

function matches(text: string, pattern: string): boolean {
  if (text.length > LONGEST_MATCHED) return false;
  return new RegExp(`^(?:${pattern})$`).test(text);
}

function tooLong(most: number): string {
  return `must be no more than ${most} characters`;
}

/** Source: `RegexError` of k8s.io/apimachinery/pkg/util/validation. */
function regexError(text: string, pattern: string, ...examples: string[]): string {
  const shown = examples.map((example) => `'${example}', `).join(' or ');
  return `${text} (e.g. ${shown}regex used for validation is '${pattern}')`;
}

function rule(pattern: string, most: number, text: string, ...examples: string[]): NameRule {
  return (value) => {
    const errors = [];
    if (Buffer.byteLength(value) > most) errors.push(tooLong(most));
    if (!matches(value, pattern)) errors.push(regexError(text, pattern, ...examples));
    return errors;
  };
}

const plainLabel = rule(
  LABEL,
  63,
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
  'my-name',
  '123-abc',
);

/** RFC 1123 label: at most 63 of lower case letters, digits and `-`. Source: `IsDNS1123Label`. */
export const dns1123Label: NameRule = (value) => {
  const errors = plainLabel(value);
  if (matches(value, LABEL) || !matches(value, SUBDOMAIN)) return errors;
  return [...errors.slice(0, -1), 'must not contain dots'];
};

/** RFC 1123 subdomain: labels with dots between, at most 253. */
export const dns1123Subdomain = rule(
  SUBDOMAIN,
  253,
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
  'example.com',
);

/** RFC 1035 label, as Services have: starts with a letter. */
export const dns1035Label = rule(
  LABEL_1035,
  63,
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character",
  'my-name',
  'abc-123',
);

/** Value of a label. */
export const labelValue = rule(
  LABEL_VALUE,
  63,
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
  'MyValue',
  'my_value',
  '12345',
);

/** Key of a ConfigMap or Secret. */
export const configMapKey: NameRule = (value) => {
  if (value === '.' || value === '..') return [`must not be '${value}'`];
  const errors = rule(
    CONFIG_KEY,
    253,
    "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
    'key.name',
    'KEY_NAME',
    'key-name',
  )(value);
  return value.startsWith('..') ? [...errors, "must not start with '..'"] : errors;
};

/** Name of an HTTP header. */
export const httpHeaderName = rule(
  HTTP_HEADER,
  Number.POSITIVE_INFINITY,
  "a valid HTTP header must consist of alphanumeric characters or '-'",
  'X-Header-Name',
);

/** `25%`. */
export const percent = rule(
  PERCENT,
  Number.POSITIVE_INFINITY,
  "a valid percent string must be a numeric string followed by an ending '%'",
  '1%',
  '93%',
);

/** Name of an environment variable, as of Kubernetes 1.32: any printable ASCII but `=`. Source: `IsRelaxedEnvVarName`. */
export const environmentName: NameRule = (value) => {
  if (value === '') return ['environment variable name must be non-empty'];
  return /^[\x20-\x3c\x3e-\x7e]+$/.test(value)
    ? []
    : ["a valid environment variable name must consist only of printable ASCII characters other than '='"];
};

/** Key of a label or annotation: `name` or `prefix/name`. Source: `IsQualifiedName`. */
export const qualifiedName: NameRule = (value) => {
  const parts = value.split('/');
  const example = (text: string) => regexError(text, QUALIFIED, 'MyName', 'my.name', '123-abc');
  if (parts.length > 2) {
    const text = `a qualified name ${example(QUALIFIED_TEXT)}`;
    return [`${text} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
  }
  const errors: string[] = [];
  const [first = '', second] = parts;
  if (second !== undefined) {
    if (first === '') errors.push('prefix part must be non-empty');
    else errors.push(...dns1123Subdomain(first).map((text) => `prefix part ${text}`));
  }
  const name = second ?? first;
  if (name === '') errors.push('name part must be non-empty');
  else if (name.length > 63) errors.push(`name part ${tooLong(63)}`);
  if (!matches(name, QUALIFIED)) errors.push(`name part ${example(QUALIFIED_TEXT)}`);
  return errors;
};

/** Name of a port: at most 15 lower case letters, digits and single `-`, with a letter. Source: `IsValidPortName`. */
export const portName: NameRule = (value) => {
  const errors: string[] = [];
  if (value.length > 15) errors.push(tooLong(15));
  if (!/^[-a-z0-9]+$/.test(value)) {
    errors.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
  }
  if (!/[a-z]/.test(value)) errors.push('must contain at least one letter (a-z)');
  if (value.includes('--')) errors.push('must not contain consecutive hyphens');
  if (value.startsWith('-') || value.endsWith('-')) errors.push('must not begin or end with a hyphen');
  return errors;
};

/** 1 to 65535. */
export function portNumber(port: number): string[] {
  return inRange(port, 1, 65535);
}

/** `must be between 1 and 65535, inclusive`. */
export function inRange(value: number, low: number, high: number): string[] {
  return value >= low && value <= high ? [] : [`must be between ${low} and ${high}, inclusive`];
}
