import type { PageRequest } from '../../../web/page-request.js';
import type { Coverage, CoveredArea } from '../stocktaking.js';

const WIDTH = 640;
const LABEL = 78;
const ROW = 34;
const HEIGHT = 24;
const GAP = 5;
/** An objective of which the number of actions is not known is as wide as one with two. */
const LEAST = 2;

export interface CoverageChartProps {
  readonly page: PageRequest;
  readonly areas: readonly CoveredArea[];
}

/** How far the objectives of a plan are covered: a row for each area, a block for each objective. The table below says the same. */
export function CoverageChart({ page, areas }: CoverageChartProps) {
  const words = page.texts.pack.parts.stocktaking;
  const isMirrored = page.direction === 'rtl';
  return (
    <figure class="coverage">
      <svg viewBox={`0 0 ${String(WIDTH)} ${String(areas.length * ROW)}`} role="img" aria-label={words.picture}>
        {areas.map((area, row) => (
          <g key={area.number} transform={`translate(0 ${String(row * ROW)})`}>
            <text class="coverage-area" x={isMirrored ? WIDTH : 0} y={HEIGHT / 2} direction={page.direction}>
              {words.area(area.number)}
            </text>
            {blocksOf(area).map(({ number, coverage, from, width }) => {
              const x = isMirrored ? WIDTH - from - width : from;
              return (
                <g key={number}>
                  <rect class={`coverage-${coverage}`} x={x} y={1} width={width} height={HEIGHT - 2} />
                  <text class={`coverage-number in-${coverage}`} x={x + width / 2} y={HEIGHT / 2}>
                    {number}
                  </text>
                </g>
              );
            })}
          </g>
        ))}
      </svg>
      <figcaption>
        <p>{words.pictureHelp}</p>
        <ul class="coverage-legend">
          {(['covered', 'around', 'none'] as const).map((coverage) => (
            <li key={coverage}>
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <rect class={`coverage-${coverage}`} x="1" y="1" width="14" height="14" />
              </svg>
              {words.coverage[coverage]}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

interface DrawnBlock {
  readonly number: string;
  readonly coverage: Coverage;
  readonly from: number;
  readonly width: number;
}

function blocksOf({ objectives }: CoveredArea): DrawnBlock[] {
  const shares = objectives.map(({ actions }) => Math.max(actions.length, LEAST));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const room = WIDTH - LABEL - GAP * (objectives.length - 1);
  let from = LABEL;
  return objectives.map(({ number, coverage }, index) => {
    const width = (room * (shares[index] ?? LEAST)) / all;
    const block = { number, coverage, from, width };
    from += width + GAP;
    return block;
  });
}
