import type { Readiness } from '../../engine/tasks/readiness.js';
import { writtenOnce } from '../../web/components/written-once.js';
import type { Speaker } from '../../web/page-request.js';

/** The parts of readiness, in the order in which they are drawn. */
const PARTS = ['settled', 'submitted', 'started', 'returned', 'open'] as const;

function countsOf(readiness: Readiness): Readonly<Record<(typeof PARTS)[number], number>> {
  const { settled, withReviewer, inProgress, returned, untouched } = readiness;
  return { settled, submitted: withReviewer, started: inProgress, returned, open: untouched };
}

const RADIUS = 42;

/** How many tasks are settled of all, as a ring in which each state has its share, with the numbers beside it. */
export const ReadinessRing = writtenOnce<{ readonly readiness: Readiness }>(({ page, readiness }) => {
  const { layout, overview } = page.texts;
  const counts = countsOf(readiness);
  const names = { ...layout.states, settled: layout.states.accepted };
  const around = 2 * Math.PI * RADIUS;
  let before = 0;
  return (
    <div class="ring" id="readiness">
      <svg viewBox="0 0 100 100" role="img" aria-label={overview.readinessText(readiness.settled, readiness.total)}>
        {PARTS.map((part) => {
          const share = (counts[part] / Math.max(readiness.total, 1)) * around;
          const offset = -before;
          before += share;
          return share === 0 ? null : (
            <circle
              key={part}
              class={`arc arc-${part}`}
              cx="50"
              cy="50"
              r={RADIUS}
              stroke-dasharray={`${String(Math.max(share - 1.5, 0.5))} ${String(around)}`}
              stroke-dashoffset={offset}
              transform="rotate(-90 50 50)"
            />
          );
        })}
        <text x="50" y="56" text-anchor="middle" aria-hidden="true" direction="ltr">
          <tspan class="ring-number">{readiness.settled}</tspan>
          <tspan class="ring-total">/{readiness.total}</tspan>
        </text>
      </svg>
      <ul class="legend">
        {PARTS.map((part) => (
          <li key={part}>
            <span class={`swatch swatch-${part}`} />
            {names[part]} <b>{counts[part]}</b>
          </li>
        ))}
      </ul>
    </div>
  );
});

export interface SectionBarsProps {
  readonly page: Speaker;
  readonly sections: readonly SectionBar[];
}

interface SectionBar {
  readonly address: string;
  readonly title: { readonly text: string; readonly lang: string };
  readonly readiness: Readiness;
}

/** Each section with its tasks as a row of pieces, settled ones first. */
export function SectionBars({ page, sections }: SectionBarsProps) {
  return (
    <ul class="section-bars" id="sections">
      {sections.map((section) => (
        <Bar key={section.address} page={page} {...section} />
      ))}
    </ul>
  );
}

const Bar = writtenOnce<SectionBar>(({ page, address, title, readiness }) => (
  <li>
    <p class="name">
      <a href={address} lang={title.lang === page.language ? undefined : title.lang}>
        {title.text}
      </a>
      <span>
        <span class="unseen">{page.texts.overview.settledOf(readiness.settled, readiness.total)}</span>
        <bdi aria-hidden="true">
          {readiness.settled}/{readiness.total}
        </bdi>
      </span>
    </p>
    <Pieces readiness={readiness} />
  </li>
));

function Pieces({ readiness }: { readonly readiness: Readiness }) {
  const pieces = PARTS.flatMap((part) => Array.from({ length: countsOf(readiness)[part] }, () => part));
  const width = 300 / Math.max(pieces.length, 1);
  return (
    <svg viewBox="0 0 300 8" preserveAspectRatio="none" aria-hidden="true">
      {pieces.map((part, index) => (
        <rect
          key={index}
          class={`bar-${part}`}
          x={index * width + 1}
          y="0.5"
          width={Math.max(width - 2, 1)}
          height="7"
        />
      ))}
    </svg>
  );
}
