interface LogoMarkProps {
  readonly className?: string | undefined;
}

/** A Pod and its three NICs: the mark of the product, in the colour of the text around it. */
export function LogoMark({ className }: LogoMarkProps) {
  return (
    <svg
      className={className}
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <rect x="11" y="3" width="10" height="10" rx="3" />
      <path d="M16 13v6M6 19h20M6 19v5M16 19v5M26 19v5" />
      <circle cx="6" cy="26.5" r="2" />
      <circle cx="16" cy="26.5" r="2" />
      <circle cx="26" cy="26.5" r="2" />
    </svg>
  );
}
