import { readdir, readFile } from 'node:fs/promises';

/** Whose processor time is told: a name for people, and the process that it is about. */
export type Watched = Readonly<Record<string, Process>>;

/** A process by its id; with its children where it works through them, as PostgreSQL does. */
export interface Process {
  readonly pid: number;
  readonly withChildren?: boolean;
  /** Only the children that have ended: for what this process started and waited for. */
  readonly onlyEndedChildren?: boolean;
}

/** Ticks a second in /proc, on every Linux there is. */
const TICKS = 100;

/** Seconds of processor time so far; empty where there is no /proc to ask. */
export async function cpuSeconds(watched: Watched): Promise<Record<string, number>> {
  if (process.platform !== 'linux') return {};
  const spent = Object.entries(watched).map(async ([name, one]) => [name, (await ticksOf(one)) / TICKS] as const);
  return Object.fromEntries(await Promise.all(spent));
}

async function ticksOf({ pid, withChildren = false, onlyEndedChildren = false }: Process): Promise<number> {
  const stat = await readStat(pid);
  if (stat === null) return 0;
  if (onlyEndedChildren) return stat.endedChildren;
  if (!withChildren) return stat.own;
  const children = (await allStats()).filter(({ parent }) => parent === pid);
  return children.reduce((sum, { own }) => sum + own, stat.own + stat.endedChildren);
}

interface Stat {
  readonly parent: number;
  readonly own: number;
  readonly endedChildren: number;
}

async function allStats(): Promise<Stat[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map((pid) => readStat(Number(pid))));
  return stats.filter((stat) => stat !== null);
}

async function readStat(pid: number): Promise<Stat | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return null;
  // The name, in brackets, may hold anything; what follows it is numbers.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent = 0] = fields;
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
  return { parent, own: user + system, endedChildren: endedUser + endedSystem };
}

/** Resident memory of a process in MiB; null where there is no /proc to ask. */
export async function residentMemory(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kib === undefined ? null : Number(kib) / 1024;
}
