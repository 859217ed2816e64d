import type { Logger } from '@nestjs/common';

/** Lines a second; the rest are counted. A full Redis makes a worker complain thousands of times a second. */
const MOST_LINES = 10;

/** A log for what may go wrong in a loop: so many lines a second and no more, and how many were left out. */
export class ThrottledLog {
  private second = 0;
  private lines = 0;
  private leftOut = 0;

  constructor(private readonly logger: Pick<Logger, 'warn'>) {}

  /** Tells that something went wrong and is tried again; of the error only its kind, never what it quotes. */
  trouble(what: string, error: unknown): void {
    const second = Math.floor(performance.now() / 1_000);
    if (second !== this.second) {
      if (this.leftOut > 0) this.logger.warn(`${String(this.leftOut)} more troubles of this kind`);
      Object.assign(this, { second, lines: 0, leftOut: 0 });
    }
    this.lines += 1;
    if (this.lines >= MOST_LINES) this.leftOut += 1;
    else this.logger.warn(`${what}: ${kindOf(error)}`);
  }
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
}
