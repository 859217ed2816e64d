const RADIUS = 18;
const AROUND = 2 * Math.PI * RADIUS;

/** How much of something is settled, as a small ring; the numbers are said beside it. */
export function SmallRing({ settled, total }: { readonly settled: number; readonly total: number }) {
  const share = (settled / Math.max(total, 1)) * AROUND;
  return (
    <svg class="small-ring" viewBox="0 0 44 44" width="44" height="44" aria-hidden="true">
      <circle class="arc arc-open" cx="22" cy="22" r={RADIUS} />
      {settled === 0 ? null : (
        <circle
          class="arc arc-settled"
          cx="22"
          cy="22"
          r={RADIUS}
          stroke-dasharray={`${String(share)} ${String(AROUND)}`}
          transform="rotate(-90 22 22)"
        />
      )}
    </svg>
  );
}
