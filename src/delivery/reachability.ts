/** How long until something that could not be reached is tried again, in milliseconds: doubled each time. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;

/** Whether the place where mails go can be reached; while it cannot, it is tried again until it can. */
export class Reachability {
  private readonly listeners: (() => void)[] = [];
  private reason: string | null = null;
  private probing: Promise<boolean> | null = null;
  private retry: NodeJS.Timeout | null = null;
  private pause = FIRST_PAUSE;
  private closed = false;

  /** @param probe gives why it cannot be reached, or null. */
  constructor(private readonly probe: () => Promise<string | null>) {}

  /** Why it cannot be reached; null when nothing is known against it. */
  trouble(): string | null {
    return this.reason;
  }

  /** Hears when trouble begins and when it is over. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Tries it now; all who want to know at the same time share one question. */
  async check(): Promise<boolean> {
    this.probing ??= this.probe().then((reason) => {
      this.probing = null;
      this.report(reason);
      return reason === null;
    });
    return this.probing;
  }

  /** Takes note of what was found out: why it cannot be reached, or null when it was. */
  report(reason: string | null): void {
    if (reason === null) this.pause = FIRST_PAUSE;
    else this.tryLater();
    const changed = (reason === null) !== (this.reason === null);
    this.reason = reason;
    if (changed) for (const listener of this.listeners) listener();
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.retry !== null) clearTimeout(this.retry);
    await this.probing;
  }

  private tryLater(): void {
    if (this.retry !== null || this.closed) return;
    this.retry = setTimeout(() => {
      this.retry = null;
      void this.check();
    }, this.pause);
    this.retry.unref();
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }
}
