import { Injectable } from '@nestjs/common';

/** A part that a process needs in order to do its work, such as the queue. */
export interface ReadinessCheck {
  readonly name: string;
  /** Null when all is well, else what is not, without addresses or secrets. A rejection counts as `does not answer`. */
  check(): Promise<string | null>;
}

/** What one part said. */
export interface PartState {
  readonly name: string;
  readonly ready: boolean;
  readonly reason: string | null;
}

/** A part that takes longer than this, in milliseconds, is not ready. */
const PATIENCE = 2_000;

/** Every part that must be well for this process to be given work; parts register themselves when they start. */
@Injectable()
export class Readiness {
  private readonly checks: ReadinessCheck[] = [];

  register(check: ReadinessCheck): void {
    this.checks.push(check);
  }

  /** Asks all parts at once. */
  async parts(): Promise<readonly PartState[]> {
    return Promise.all(this.checks.map(stateOf));
  }
}

async function stateOf(part: ReadinessCheck): Promise<PartState> {
  const reason = await within(PATIENCE, part.check()).catch(() => 'does not answer');
  return { name: part.name, ready: reason === null, reason };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('too late'));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
