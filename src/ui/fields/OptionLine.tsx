import styles from './OptionLine.module.css';

/** One line of a list of choices: what it is, and a muted second part. */
export function OptionLine({ label, detail }: { label: string; detail: string | undefined }) {
  return (
    <span className={styles.line}>
      <span>{label}</span>
      {detail !== undefined && <span className={styles.detail}>{detail}</span>}
    </span>
  );
}

/** `optionRender` of a list of choices: the reason of a disabled one in the place of its detail. */
export function renderOption({
  data,
}: {
  data: { label: string; detail?: string; disabledReason?: string | undefined };
}) {
  return <OptionLine label={data.label} detail={data.disabledReason ?? data.detail} />;
}
