/** The drawings, each 16 by 16, in the colour of the text. Those that mean a direction are mirrored where one reads from the right. */
const DRAWINGS = {
  open: 'M8 2.2a5.8 5.8 0 1 1 0 11.6 5.8 5.8 0 0 1 0-11.6',
  started: 'M8 2.2a5.8 5.8 0 1 1 0 11.6 5.8 5.8 0 0 1 0-11.6',
  submitted: 'M2.5 8h10.5M9 4l4 4-4 4',
  returned: 'M6 3 2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H7',
  accepted: 'M3 8.5 6.5 12 13 4.5',
  waived: 'M3.5 8h9',
  committed: 'M2.5 5h7M6.5 2l3 3-3 3M13.5 11h-7M9.5 8l-3 3 3 3',
  overdue: 'M8 2.5v7M8 12.4v.4',
  info: 'M8 2.2a5.8 5.8 0 1 1 0 11.6 5.8 5.8 0 0 1 0-11.6M8 7.2v3.6M8 5v.3',
  document: 'M4 1.8h5L12.5 5v9.2H4zM9 1.8V5h3.5',
} as const;

export type IconName = keyof typeof DRAWINGS;

const DIRECTED: ReadonlySet<IconName> = new Set(['started', 'submitted', 'returned', 'committed']);

/** A small drawing beside a word; it says nothing that the word does not. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class={`icon icon-${name}${DIRECTED.has(name) ? ' mirrored' : ''}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      <path d={DRAWINGS[name]} />
      {name === 'started' ? <path class="solid" d="M8 2.2a5.8 5.8 0 0 0 0 11.6z" /> : null}
    </svg>
  );
}
