import type { Clock } from '../../clock.ts';
import { seconds } from '../../store/deletion.ts';

/** What is to be told about an object, before it is compared with what was told already. */
export interface EventContent {
  /** Source and object, without the part of the object: what limits how often one source may speak of one object. */
  subject: string;
  fieldPath?: string;
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
}

export type Correlation =
  | { outcome: 'new'; message: string; remember(name: string): void }
  | { outcome: 'again'; name: string; message: string; count: number; firstTimestamp: string }
  | { outcome: 'dropped' };

/** Messages of one reason on one object that are told one by one; from the tenth on they are combined. */
const SIMILAR_EVENTS = 10;
const SIMILAR_INTERVAL = 600_000;
/** One source may tell 25 events of one type about one object at once, then one in five minutes. */
const BURST = 25;
const TOKENS_A_MILLISECOND = 1 / 300_000;
const REMEMBERED = 4096;

interface Observed {
  name: string;
  count: number;
  firstTimestamp: string;
}

/**
 * Counts repeated events instead of writing them again, combines similar ones, and drops what is too much.
 * Source: `EventCorrelator` of k8s.io/client-go/tools/record with its defaults.
 */
export function createEventCorrelator(clock: Clock): { correlate(content: EventContent): Correlation } {
  const similar = new Map<string, { messages: Set<string>; last: number }>();
  const observed = new Map<string, Observed>();
  const budgets = new Map<string, { tokens: number; at: number }>();

  /** The key under which repetitions are counted, and the message to show. */
  function aggregate(content: EventContent): { key: string; message: string } {
    const { subject, type, reason, message } = content;
    const group = JSON.stringify([subject, type, reason]);
    const known = similar.get(group);
    const fresh = known === undefined || clock.now() - known.last > SIMILAR_INTERVAL;
    const messages = fresh ? new Set<string>() : known.messages;
    messages.add(message);
    keep(similar, group, { messages, last: clock.now() });
    if (messages.size < SIMILAR_EVENTS) {
      return { key: JSON.stringify([group, content.fieldPath, message]), message };
    }
    for (const oldest of messages) {
      messages.delete(oldest);
      break;
    }
    return { key: group, message: `(combined from similar events): ${message}` };
  }

  function spend(content: EventContent): boolean {
    const key = JSON.stringify([content.subject, content.type]);
    const now = clock.now();
    const budget = budgets.get(key) ?? { tokens: BURST, at: now };
    const tokens = Math.min(BURST, budget.tokens + (now - budget.at) * TOKENS_A_MILLISECOND);
    const allowed = tokens >= 1;
    keep(budgets, key, { tokens: allowed ? tokens - 1 : tokens, at: now });
    return allowed;
  }

  return {
    correlate(content) {
      const { key, message } = aggregate(content);
      const before = observed.get(key);
      if (before !== undefined) keep(observed, key, { ...before, count: before.count + 1 });
      if (!spend(content)) return { outcome: 'dropped' };
      if (before !== undefined) return { outcome: 'again', message, ...before, count: before.count + 1 };
      const firstTimestamp = seconds(clock.now());
      return {
        outcome: 'new',
        message,
        remember: (name) => keep(observed, key, { name, count: 1, firstTimestamp }),
      };
    },
  };
}

/** Sets a key as the newest, and forgets the oldest of too many. */
function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= REMEMBERED) return;
  for (const oldest of map.keys()) {
    map.delete(oldest);
    return;
  }
}
