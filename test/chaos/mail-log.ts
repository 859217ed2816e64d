import { closeSync, openSync, readSync } from 'node:fs';
import { simpleParser } from 'mailparser';

/** A mail that arrived; see programs/mail-sink.ts. */
export interface Arrival {
  readonly messageId: string;
  readonly to: string;
  /** Milliseconds of the machine's clock. */
  readonly at: number;
  /** As it came, headers first. */
  readonly raw: string;
}

/** The log of the mail server, read as it grows. */
export class MailLog {
  private readonly seen: Arrival[] = [];
  private position = 0;
  private rest = '';

  constructor(readonly file: string) {
    closeSync(openSync(file, 'a'));
  }

  /** Every mail that has arrived so far, in order. */
  arrivals(): readonly Arrival[] {
    const lines = (this.rest + this.readOn()).split('\n');
    this.rest = lines.pop() ?? '';
    this.seen.push(...lines.map((line) => JSON.parse(line) as Arrival));
    return this.seen;
  }

  count(): number {
    return this.arrivals().length;
  }

  /** Arrivals of each mail that arrived more than once, in order. */
  repeated(): readonly (readonly Arrival[])[] {
    const byId = new Map<string, Arrival[]>();
    for (const arrival of this.arrivals())
      byId.set(arrival.messageId, [...(byId.get(arrival.messageId) ?? []), arrival]);
    return [...byId.values()].filter((arrivals) => arrivals.length > 1);
  }

  /** Different mails that have arrived. */
  different(): number {
    return differentOf(this.arrivals());
  }

  /** Different mails that have arrived for the people of teams. */
  reminders(): number {
    return differentOf(this.arrivals().filter(({ to }) => to.includes('@team-')));
  }

  private readOn(): string {
    const file = openSync(this.file, 'r');
    try {
      const parts: string[] = [];
      const buffer = Buffer.alloc(1 << 16);
      for (;;) {
        const length = readSync(file, buffer, 0, buffer.length, this.position);
        if (length === 0) return parts.join('');
        this.position += length;
        // Mails travel as ASCII, so that no character can be cut in two.
        parts.push(buffer.toString('latin1', 0, length));
      }
    } finally {
      closeSync(file);
    }
  }
}

function differentOf(arrivals: readonly Arrival[]): number {
  return new Set(arrivals.map(({ messageId }) => messageId)).size;
}

/** What a mail says, as its reader sees it. */
export async function textOf({ raw }: Arrival): Promise<string> {
  return (await simpleParser(Buffer.from(raw, 'latin1'))).text ?? '';
}
