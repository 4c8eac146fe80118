import { FieldNote, type FieldTexts } from './FieldFrame.tsx';
import { RadioCards, type RadioCard } from './RadioCards.tsx';
import { useField, type TextPath } from './useField.ts';
import styles from './RadioCards.module.css';

interface RadioCardsFieldProps extends FieldTexts {
  readonly name: TextPath;
  readonly cards: readonly RadioCard[];
  readonly onPick?: (value: string) => void;
}

/** One of a few choices, each explained on a card of its own, bound to the form. */
export function RadioCardsField(props: RadioCardsFieldProps) {
  const { name, cards, label, labelHidden = false, help, onPick } = props;
  const { id, field, problem } = useField(name);
  const noteId = `${id}-note`;
  return (
    <div className={styles.field}>
      {!labelHidden && <span className={styles.label}>{label}</span>}
      <RadioCards
        id={id}
        label={label}
        describedBy={noteId}
        cards={cards}
        value={field.value}
        onPick={onPick ?? field.onChange}
      />
      {(help !== undefined || problem !== undefined) && (
        <FieldNote id={noteId} problem={problem} text={help} />
      )}
    </div>
  );
}
