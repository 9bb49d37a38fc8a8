/** Two sliders, drawn for this project on a grid of 24. */
export function SettingsIcon() {
  return (
    <svg
      width="1.25rem"
      height="1.25rem"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      aria-hidden="true"
    >
      <path d="M4 8h7M17 8h3M4 16h3M13 16h7" />
      <circle cx="14" cy="8" r="2.5" />
      <circle cx="10" cy="16" r="2.5" />
    </svg>
  );
}
