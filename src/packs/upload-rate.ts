import { Injectable } from '@nestjs/common';

const HOUR = 3_600_000;
/** Files that one person may send within an hour. */
const MOST = 60;

/** Counts what each person sends, so that nobody fills the store, by accident or not. Each process counts for itself. */
@Injectable()
export class UploadRate {
  private readonly sent = new Map<string, number[]>();

  /** Counts one more. Gives 0, or the seconds to wait where it would be one too many. @param now milliseconds. */
  take(bodyId: string, personId: string, now = Date.now()): number {
    const key = `${bodyId} ${personId}`;
    const recent = (this.sent.get(key) ?? []).filter((at) => at > now - HOUR);
    const [oldest] = recent;
    if (recent.length >= MOST && oldest !== undefined) return Math.ceil((oldest + HOUR - now) / 1000);
    this.forget(now);
    this.sent.set(key, [...recent, now]);
    return 0;
  }

  private forget(now: number): void {
    for (const [key, times] of this.sent) if ((times.at(-1) ?? 0) <= now - HOUR) this.sent.delete(key);
  }
}
