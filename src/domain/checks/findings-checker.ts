import type { ClusterView } from '../cluster-view.ts';
import type { Draft } from '../workload/draft.ts';
import { draftInEffect } from '../workload/source-in-effect.ts';
import { checks, type Check } from './all-findings.ts';
import { checkContext, type CheckContext } from './check-context.ts';
import type { Finding } from './finding.ts';
import { inFieldOrder } from './order.ts';
import { withSameParts } from './same-parts.ts';

/** What a check found, and what it had looked at. */
interface Remembered {
  readonly reads: ReadonlyMap<string, unknown>;
  readonly findings: readonly Finding[];
}

/**
 * `allFindings` for a form that is being filled in: a check runs again only when a part of the draft or of the cluster
 * that it looked at the last time is another. Checks are pure, so what they read decides what they find.
 * @returns a function to call with each new draft and view; equal questions have the same answer, reference and all
 */
export function findingsChecker(): (draft: Draft, view: ClusterView) => readonly Finding[] {
  const remembered = new Map<Check, Remembered>();
  let last: { draft: Draft; context: CheckContext; findings: readonly Finding[] } | undefined;
  return (given, view) => {
    const draft = withSameParts(last?.draft, draftInEffect(given));
    const context = nextContext(last, draft, view);
    const parts = new Parts(draft, context);
    let ran = false;
    for (const check of checks) {
      const before = remembered.get(check);
      if (before && parts.hold(before.reads)) continue;
      ran = true;
      const reads = parts.watch();
      remembered.set(check, { findings: check(parts.draft, parts.context), reads });
    }
    const found = (): readonly Finding[] => checks.flatMap((check) => remembered.get(check)?.findings ?? []);
    const findings = last && !ran ? last.findings : withSameParts(last?.findings, inFieldOrder(found()));
    last = { draft, context, findings };
    return findings;
  };
}

/** The context of a draft, the same reference as before in the parts whose own sources are. */
function nextContext(
  last: { readonly draft: Draft; readonly context: CheckContext } | undefined,
  draft: Draft,
  view: ClusterView,
): CheckContext {
  const next = checkContext(draft, view);
  if (last === undefined) return next;
  const { context } = last;
  const before = context.view;
  const sameNics =
    last.draft.network === draft.network &&
    before.attachments === view.attachments &&
    before.settings === view.settings;
  const sameOrigins =
    sameNics &&
    last.draft.basics.namespace === draft.basics.namespace &&
    before.pools === view.pools &&
    before.namespaces === view.namespaces;
  return {
    view,
    pod: withSameParts(context.pod, next.pod),
    nics: sameNics ? context.nics : next.nics,
    origins: sameOrigins ? context.origins : next.origins,
  };
}

/** The draft and the context, cut into parts that tell when they are looked at. */
class Parts {
  readonly draft: Draft;
  readonly context: CheckContext;
  private readonly values = new Map<string, unknown>();
  private reads = new Map<string, unknown>();

  constructor(draft: Draft, context: CheckContext) {
    this.draft = this.watched(draft, 'draft', { basics: this.watched(draft.basics, 'basics') });
    this.context = this.watched(context, 'context', { view: this.watched(context.view, 'view') });
  }

  /** Whether all these parts are what they were. */
  hold(reads: ReadonlyMap<string, unknown>): boolean {
    for (const [part, value] of reads) if (this.values.get(part) !== value) return false;
    return true;
  }

  /** From now on what is looked at goes into a new list. */
  watch(): ReadonlyMap<string, unknown> {
    this.reads = new Map();
    return this.reads;
  }

  /** @param inner what is cut into parts itself */
  private watched<Whole extends object>(whole: Whole, name: string, inner: Partial<Whole> = {}): Whole {
    const parts: object = {};
    for (const [key, value] of Object.entries(whole) as [string, unknown][]) {
      const own: unknown = Object.hasOwn(inner, key) ? Reflect.get(inner, key) : undefined;
      const part = `${name}.${key}`;
      this.values.set(part, value);
      const get = (): unknown => {
        if (own !== undefined) return own;
        this.reads.set(part, value);
        return value;
      };
      Object.defineProperty(parts, key, { enumerable: true, get });
    }
    return parts as Whole;
  }
}
