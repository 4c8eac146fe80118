/** Something in the Pod's annotations that Spiderpool or Multus will refuse, or that the form cannot show. Data only. */
export interface AnnotationProblem {
  /** The annotation. */
  readonly key: string;
  readonly code: AnnotationProblemCode;
  /** The interface, name or text that it is about; `''` when it is about the whole annotation. */
  readonly detail: string;
}

export type AnnotationProblemCode =
  /** Not JSON, or JSON of other types than Go expects. */
  | 'badJson'
  /** A list without an item. */
  | 'emptyList'
  /** An item of `subnets` without `interface`: it makes a pool that no NIC finds. */
  | 'noInterface'
  /** Two items for one interface. */
  | 'duplicateInterface'
  /** Some items of `ippools` have an interface and some have none. */
  | 'mixedInterfaces'
  /** An interface that no NIC of the Pod has. */
  | 'unknownInterface'
  /** An item with neither IPv4 nor IPv6. */
  | 'emptyItem'
  /** `""` in place of a name. */
  | 'emptyName'
  /** The same subnet for two interfaces. */
  | 'duplicateSubnet'
  /** A second subnet for one interface and family: Spiderpool uses only the first. */
  | 'extraSubnet'
  /** `ippools` without interfaces: items are taken by position, the first is eth0. Shown as if they were named. */
  | 'unnamedItems'
  /** The forms for one NIC, `subnet` and `ippool`. Shown as the forms for several. */
  | 'singularForm'
  /** `ippool` of a Pod no NIC of which asks Spiderpool. */
  | 'unusedPools'
  /** `interface` in `ippool`, which Spiderpool ignores. */
  | 'interfaceIgnored'
  /** Another annotation wins, or one that this depends on is missing. */
  | 'shadowed'
  | 'badNumber'
  | 'negativeNumber'
  | 'badBoolean'
  | 'badRoute'
  /** A networks annotation that Multus refuses. */
  | 'badNetworks'
  /** Fields of a network that the form does not show (`mac`, `ips` ...); they are written back as they were. */
  | 'extraFields';

/** What the draft says in full, though it was written in another form. */
const expressed: ReadonlySet<AnnotationProblemCode> = new Set([
  'unnamedItems',
  'singularForm',
  'interfaceIgnored',
  'duplicateSubnet',
  'badRoute',
  'badNumber',
  'negativeNumber',
]);

/** The annotations that hold more, or other things, than a draft can say. */
export function unmanagedKeys(problems: readonly AnnotationProblem[]): readonly string[] {
  return [...new Set(problems.filter(({ code }) => !expressed.has(code)).map(({ key }) => key))];
}
