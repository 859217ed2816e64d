import type { ComponentChildren } from 'preact';
import type { IsoDate } from '../../engine/words.js';
import type { PageRequest } from '../page-request.js';
import type { Axis, Placed, Tick } from '../time-axis.js';

type Direction = PageRequest['direction'];

/** Where something stands across a drawing, in per cent from its left edge: time runs as the reader reads. */
export function across(direction: Direction, at: number): string {
  return percent(direction === 'rtl' ? 100 - at : at);
}

/** The left edge and the width of a stretch. */
function stretch(direction: Direction, from: number, until: number): { x: string; width: string } {
  return { x: across(direction, direction === 'rtl' ? until : from), width: percent(until - from) };
}

/** Pixels towards the end of a line, as the reader reads. */
export function onward(direction: Direction, pixels: number): number {
  return direction === 'rtl' ? -pixels : pixels;
}

function percent(value: number): string {
  return `${String(Math.round(value * 10) / 10)}%`;
}

export interface LaneProps {
  readonly direction: Direction;
  /** Pixels. */
  readonly height?: number;
  readonly children: ComponentChildren;
}

/** One line of a drawing. What it shows stands beside it in words, so that readers of the screen leave it out. */
export function Lane({ direction, height = 22, children }: LaneProps) {
  return (
    <svg class="lane" width="100%" height={height} direction={direction} aria-hidden="true">
      {children}
    </svg>
  );
}

export interface BarProps {
  readonly direction: Direction;
  readonly placed: Placed;
  /** The class that gives the colour. */
  readonly kind: string;
  readonly y?: number;
  readonly height?: number;
}

/** A bar, with an arrow at an edge beyond which it goes on. */
export function Bar({ direction, placed, kind, y = 6, height = 10 }: BarProps) {
  const { x, width } = stretch(direction, placed.from, placed.until);
  return (
    <>
      <rect class={kind} x={x} y={y} width={width} height={height} rx="2" />
      {placed.goesOnBefore ? <Arrow direction={direction} at="before" /> : null}
      {placed.goesOnAfter ? <Arrow direction={direction} at="after" /> : null}
    </>
  );
}

/** Says at an edge that something lies beyond it. */
export function Arrow({ direction, at }: { readonly direction: Direction; readonly at: 'before' | 'after' }) {
  const pointsRight = (at === 'after') === (direction === 'ltr');
  return (
    <svg class="over" x={across(direction, at === 'after' ? 100 : 0)}>
      <path class="arrow" d={pointsRight ? 'M-8 5 -2 11 -8 17' : 'M8 5 2 11 8 17'} />
    </svg>
  );
}

/** Pixels that a word of the drawings takes, about: the letters of the languages here differ by little. */
const LETTER = 7;
/** Pixels of the narrowest drawing that has words beside its bars. */
const NARROWEST = 640;
const GAP = 8;

/** Hundredths of a drawing that some words need at most. */
export function roomFor(words: string): number {
  return ((words.length * LETTER + 2 * GAP) / NARROWEST) * 100;
}

export interface LabelProps {
  readonly direction: Direction;
  readonly placed: Placed;
  readonly kind?: string;
  readonly children: string;
}

/** Words beside a bar: behind it, or before it where they would not fit and there is more room. */
export function Label({ direction, placed, kind = 'lane-words', children }: LabelProps) {
  const isBehind = 100 - placed.until >= Math.min(placed.from, roomFor(children));
  const gap = isBehind
    ? GAP + (placed.goesOnBefore && placed.until === 0 ? GAP : 0)
    : placed.from === 100
      ? -2 * GAP
      : -GAP;
  return (
    <text
      class={kind}
      x={across(direction, isBehind ? placed.until : placed.from)}
      dx={onward(direction, gap)}
      y="15.5"
      text-anchor={isBehind ? 'start' : 'end'}
    >
      {children}
    </text>
  );
}

export interface DiamondProps {
  readonly direction: Direction;
  readonly at: number;
  /** Pixels from its middle to each corner. */
  readonly size?: number;
}

/** A black diamond, the sign of a meeting. */
export function Diamond({ direction, at, size = 8 }: DiamondProps) {
  return (
    <svg class="over" x={across(direction, at)} y="11">
      <path class="band-meeting" d={`M0-${String(size)} ${String(size)} 0 0 ${String(size)}-${String(size)} 0z`} />
    </svg>
  );
}

export interface HeadProps {
  readonly page: PageRequest;
  readonly axis: Axis;
  readonly today: IsoDate;
  /** The upper line: what the larger steps are called; those too near to the next are left out. */
  readonly steps: readonly Tick[];
  readonly nameOf: (day: IsoDate) => string;
  /** What they are called where there is little room. */
  readonly shortNameOf?: (day: IsoDate) => string;
  /** The lower line. */
  readonly marks?: readonly Tick[];
  readonly markOf?: (day: IsoDate) => string;
  /** Of which readers: those with room, or those with a phone. */
  readonly on: 'wide' | 'phone';
}

/** Pixels of the narrowest drawing for each kind of reader. */
const WIDTHS = { wide: NARROWEST, phone: 288 };

/** The names that have room: whole ones, or shortened ones where a whole one would have to be left out. */
function namesWithRoom({ steps, nameOf, shortNameOf = nameOf, on }: HeadProps): ReadonlyMap<IsoDate, string> {
  const whole = fitting(steps, nameOf, on);
  const isComplete = steps.slice(1, -1).every(({ day }) => whole.has(day));
  return isComplete ? whole : fitting(steps, shortNameOf, on);
}

/** From the last to the first, so that a month of which only some days are shown gives way to the next. */
function fitting(steps: readonly Tick[], nameOf: HeadProps['nameOf'], on: HeadProps['on']): Map<IsoDate, string> {
  const shown = new Map<IsoDate, string>();
  let free = 100;
  for (const { day, at } of [...steps].reverse()) {
    const name = nameOf(day);
    if (at + ((name.length * LETTER + GAP) / WIDTHS[on]) * 100 > free) continue;
    shown.set(day, name);
    free = at;
  }
  return shown;
}

/** The scale above a drawing, with the mark of today. */
export function Head(props: HeadProps) {
  const { page, axis, today, steps, marks = [], markOf = String, on } = props;
  const { direction } = page;
  const names = namesWithRoom(props);
  return (
    <svg class={`head head-${on}`} width="100%" height="44" direction={direction} aria-hidden="true">
      {steps.map(({ day, at }) => (
        <g key={day}>
          {at === 0 ? null : (
            <line class="step" x1={across(direction, at)} x2={across(direction, at)} y1="2" y2="100%" />
          )}
          {names.has(day) ? (
            <text class="step-name" x={across(direction, at)} dx={onward(direction, 5)} y="15">
              {names.get(day)}
            </text>
          ) : null}
        </g>
      ))}
      {marks.map(({ day, at }) => (
        <text key={day} class="mark-name" x={across(direction, at)} y="37" text-anchor="middle">
          {markOf(day)}
        </text>
      ))}
      <TodayMark page={page} axis={axis} today={today} />
    </svg>
  );
}

function TodayMark({ page, axis, today }: Pick<HeadProps, 'page' | 'axis' | 'today'>) {
  if (today < axis.from || today > axis.until) return null;
  const { today: word } = page.texts.calendar;
  const width = word.length * LETTER + 16;
  // Near an edge it would be cut off.
  const at = axis.startOf(today);
  const shift = at < 4 ? width / 2 : at > 96 ? -width / 2 : 0;
  return (
    <svg class="over" x={across(page.direction, at)}>
      <rect class="today-mark" x={onward(page.direction, shift) - width / 2} y="22" width={width} height="20" rx="10" />
      <text class="today-word" x={onward(page.direction, shift)} y="36.5" text-anchor="middle">
        {word}
      </text>
    </svg>
  );
}

export interface GroundProps {
  readonly direction: Direction;
  readonly axis: Axis;
  readonly today: IsoDate;
  readonly steps: readonly Tick[];
  readonly marks?: readonly Tick[];
  /** Bands behind everything. */
  readonly children?: ComponentChildren;
}

/** What lies behind all lines of a drawing: bands, steps, today. */
export function Ground({ direction, axis, today, steps, marks = [], children }: GroundProps) {
  const upright = (kind: string, { day, at }: Tick) => (
    <line key={`${kind}${day}`} class={kind} x1={across(direction, at)} x2={across(direction, at)} y1="0" y2="100%" />
  );
  return (
    <svg class="ground" width="100%" height="100%" direction={direction} aria-hidden="true">
      {children}
      {marks.map((tick) => upright('grid', tick))}
      {steps.filter(({ at }) => at > 0).map((tick) => upright('step', tick))}
      {today < axis.from || today > axis.until ? null : upright('today', { day: today, at: axis.startOf(today) })}
    </svg>
  );
}

/** A band behind everything, such as a holiday's. */
export function Band({ direction, placed, kind }: Pick<BarProps, 'direction' | 'placed' | 'kind'>) {
  const { x, width } = stretch(direction, placed.from, placed.until);
  return <rect class={kind} x={x} y="0" width={width} height="100%" />;
}
