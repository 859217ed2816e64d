import { cpuSeconds, type Watched } from './cpu.js';

/** What one contestant did in one turn. */
export interface Turn {
  /** How many of whatever is counted: moves, answers, mails, handovers. */
  readonly count: number;
  readonly seconds: number;
  /** How long each took as its client saw it, in milliseconds, where that was measured. */
  readonly latencies?: readonly number[];
}

/** One side of a comparison. It may be asked for any number of turns. */
export interface Contestant {
  readonly name: string;
  /** Works for about so many seconds, or does one piece of work whole where it cannot be cut. */
  readonly take: (seconds: number) => Promise<Turn>;
  /** Where a turn cannot be cut: something smaller that warms it up. */
  readonly warmUp?: () => Promise<unknown>;
  /** Whose processor time is told beside the speed. */
  readonly watched: Watched;
}

/** What came of a contestant's turns: medians over the rounds. */
export interface Score {
  readonly name: string;
  readonly perSecond: number;
  /** Its speed as a multiple of the baseline's in the same round: the median, the least and the most. */
  readonly ratio: Spread;
  /** Milliseconds of processor time for one of what is counted, by who spent them. */
  readonly cpu: Readonly<Record<string, number>>;
  readonly p50: number | null;
  readonly p95: number | null;
}

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

interface Measured extends Turn {
  readonly cpu: Readonly<Record<string, number>>;
}

/**
 * Lets the contestants take turns, round after round, so that whatever else the machine does meets all of them alike.
 * The last one is the baseline. A first, short round warms everyone up and does not count.
 */
export async function contest(contestants: readonly Contestant[], rounds: number, seconds: number): Promise<Score[]> {
  for (const { take, warmUp } of contestants) await (warmUp === undefined ? take(Math.min(seconds, 1)) : warmUp());
  const taken = new Map<Contestant, Measured[]>(contestants.map((one) => [one, []]));
  for (let round = 0; round < rounds; round++) {
    for (const one of contestants) taken.get(one)?.push(await measured(one, seconds));
  }
  const baseline = (taken.get(contestants.at(-1) as Contestant) ?? []).map(speed);
  return contestants.map((one) => scoreOf(one.name, taken.get(one) ?? [], baseline));
}

async function measured({ take, watched }: Contestant, seconds: number): Promise<Measured> {
  const before = await cpuSeconds(watched);
  const turn = await take(seconds);
  const after = await cpuSeconds(watched);
  const each = Object.keys(after).map((who) => {
    const spent = (after[who] ?? 0) - (before[who] ?? 0);
    return [who, (spent * 1_000) / turn.count] as const;
  });
  return { ...turn, cpu: Object.fromEntries(each) };
}

function scoreOf(name: string, turns: readonly Measured[], baseline: readonly number[]): Score {
  const ratios = turns.map((turn, round) => speed(turn) / (baseline[round] ?? Number.NaN));
  const parts = Object.keys(turns[0]?.cpu ?? {});
  const all = turns.flatMap(({ latencies = [] }) => latencies).sort((a, b) => a - b);
  return {
    name,
    perSecond: median(turns.map(speed)),
    ratio: { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) },
    cpu: Object.fromEntries(parts.map((who) => [who, median(turns.map(({ cpu }) => cpu[who] ?? 0))])),
    p50: all.at(Math.floor(all.length / 2)) ?? null,
    p95: all.at(Math.floor(all.length * 0.95)) ?? null,
  };
}

function speed({ count, seconds }: Turn): number {
  return count / seconds;
}

/** The middle of some numbers; of an even count, the lower of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
