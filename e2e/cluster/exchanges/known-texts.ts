import type { KnownDifference } from './judge.ts';

const GO_VALUE = 'the value is printed as Go has it in memory';
const ORDER = 'the object is printed with its keys in another order';
const DECODER = 'the words of another decoder';
const PARSER = 'the words of another YAML parser';
const LINES = 'duplicate keys of YAML are told by path, not by line';

/** Errors whose words differ, where nothing else of them does: what may is told by `apart`. */
export const knownTexts: readonly KnownDifference[] = [
  ...message('access/access POST **/selfsubjectaccessreviews', /v1\.ObjectMeta\{.*\}/, GO_VALUE),
  ...message(
    'attachments/multus-rules POST **/spidermultusconfigs?dryRun=All',
    /v2beta1\.SpiderMacvlanCniConfig\{.*\}/,
    GO_VALUE,
  ),
  ...message('workload-rules/container-rules POST **', /resource\.Quantity\{.*\}/, GO_VALUE),
  ...[
    'field-validation/strict PATCH **/deployments/web?fieldValidation=Strict',
    'patches/json-patch PATCH **/configmaps/a',
    'patches/merge-patch PATCH **/configmaps/a',
    'patches/patch-custom PATCH **?fieldValidation=Strict',
  ].flatMap((exchange) => message(exchange, /"\{.*\}"/, ORDER)),
  ...message('patches/strategic-patch PATCH **/deployments/web', /(?<=\]": ).*/, DECODER),
  ...message(
    'subresources/status-custom PATCH **/status',
    /(status\.)?allocatedIPCount in body/,
    'the path in the words of an error of a status is told from the root',
  ),
  {
    exchange: 'patches/apply PATCH **/configmaps/a?fieldManager=one',
    path: 'body.message',
    apart: /(?<=to JSON: yaml: ).*/,
    reason: PARSER,
  },
  {
    exchange: 'requests/bodies POST **/configmaps',
    path: 'body.message',
    apart: /(?<=: yaml: ).*(?= \([0-9a-f]+\)$)/,
    reason: PARSER,
  },
  {
    exchange: 'field-validation/strict POST **/configmaps?fieldValidation=Strict',
    path: 'body.message',
    apart: /(?<=strict decoding error: ).*/s,
    reason: LINES,
  },
  {
    exchange: 'field-validation/strict POST **/configmaps?fieldValidation=Warn',
    path: 'headers.warning',
    apart: /(?<=^299 - ).*/,
    reason: LINES,
  },
];

/** The message of an error with one cause, and that of the cause. */
function message(exchange: string, apart: RegExp, reason: string): KnownDifference[] {
  return [
    { exchange, path: 'body.message', apart, reason },
    { exchange, path: 'body.details.causes[0].message', apart, reason },
  ];
}
