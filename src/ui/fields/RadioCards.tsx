import { useId, useRef, type KeyboardEvent } from 'react';
import { classNames } from '../class-names.ts';
import styles from './RadioCards.module.css';

export interface RadioCard {
  readonly value: string;
  readonly title: string;
  readonly detail: string;
  /** Why it cannot be chosen. The card stays reachable by keyboard, so that the reason is heard. */
  readonly disabledReason?: string | undefined;
}

interface RadioCardsProps {
  readonly id: string;
  readonly label: string;
  readonly describedBy?: string;
  readonly cards: readonly RadioCard[];
  readonly value: string;
  readonly onPick: (value: string) => void;
}

/**
 * A radio group drawn as cards. Arrow keys move and choose, as radios do; a card that cannot be chosen takes the
 * focus and says why.
 */
export function RadioCards({ id, label, describedBy, cards, value, onPick }: RadioCardsProps) {
  const group = useRef<HTMLDivElement>(null);
  const textId = useId();
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const by = stepOfKey(event.key);
    if (by === 0) return;
    event.preventDefault();
    const next = (index + by + cards.length) % cards.length;
    const card = cards[next];
    group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[next]?.focus();
    if (card !== undefined && card.disabledReason === undefined) onPick(card.value);
  };
  const focusable = Math.max(
    0,
    cards.findIndex((card) => card.value === value),
  );
  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={label}
      aria-describedby={describedBy}
      className={styles.cards}
    >
      {cards.map((card, index) => {
        const checked = card.value === value;
        const blocked = card.disabledReason !== undefined;
        return (
          <button
            key={card.value}
            type="button"
            role="radio"
            id={index === focusable ? id : `${id}-${card.value}`}
            aria-checked={checked}
            aria-disabled={blocked || undefined}
            aria-labelledby={`${textId}-${index}-title`}
            aria-describedby={`${textId}-${index}-detail`}
            tabIndex={index === focusable ? 0 : -1}
            className={classNames(styles.card, checked && styles.checked, blocked && styles.blocked)}
            onClick={() => !blocked && onPick(card.value)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            <span className={styles.dot} aria-hidden />
            <span className={styles.texts}>
              <span id={`${textId}-${index}-title`} className={styles.title}>
                {card.title}
              </span>
              <span id={`${textId}-${index}-detail`} className={styles.detail}>
                {card.disabledReason ?? card.detail}
              </span>
            </span>
          </button>
        );
      })}
    </div>
  );
}

function stepOfKey(key: string): -1 | 0 | 1 {
  if (key === 'ArrowRight' || key === 'ArrowDown') return 1;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return -1;
  return 0;
}
