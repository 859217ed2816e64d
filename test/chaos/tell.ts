import { appendFileSync } from 'node:fs';

/** One line for people: what a fault run found out, or the seed it began with. The full run gathers them in a file. */
export function tell(what: string, said: string): void {
  const line = `${what}: ${said}\n`;
  process.stdout.write(line);
  if (process.env.GAVEL_CHAOS_FIGURES !== undefined) appendFileSync(process.env.GAVEL_CHAOS_FIGURES, line);
}
