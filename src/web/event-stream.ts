import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';

/** What there is to tell a page that stays open. */
export type Look =
  | { readonly kind: 'same'; readonly lookAgainIn?: number }
  /** HTML that replaces parts of the page. `id` comes back from the browser when it has to connect again. */
  | { readonly kind: 'changed'; readonly id: string; readonly html: string; readonly lookAgainIn?: number }
  /** The reader is not to hear anything any more, and does not come back by itself. */
  | { readonly kind: 'over'; readonly html: string };

/** Milliseconds. Proxies cut lines on which nothing moves, mostly after a minute. */
const HEARTBEAT = 25_000;
/** Milliseconds between one look and the next, however much happens, and where there was nothing to tell. */
const BETWEEN_LOOKS = 1_000;
const BETWEEN_VAIN_LOOKS = 100;
/** Heartbeats after which a browser that takes nothing is let go. */
const MOST_UNREAD = 3;

/** The event after which a page stops listening: named in `hx-sse:close`. */
export const OVER = 'over';

/**
 * Server-sent events for one open page. What may have changed is looked up when there is news and the browser has taken
 * everything before: so a slow one is told of fewer steps, and nothing piles up for it. With each heartbeat it is looked
 * up too, for what no news tells of.
 */
export class EventStream extends Readable {
  private takesMore = false;
  private isDue = false;
  private isLooking = false;
  private notBefore = 0;
  private unread = 0;
  private timer: NodeJS.Timeout | null = null;
  private readonly heart = setInterval(() => this.beat(), HEARTBEAT).unref();

  constructor(private readonly look: () => Promise<Look>) {
    super({ highWaterMark: 1 });
    // The headers go out with the first bytes, and the page knows that it is connected.
    this.push(': open\n\n');
  }

  /** To be called when something may have changed. */
  nudge(): void {
    this.isDue = true;
    this.proceed();
  }

  /** Ends it; the browser comes back by itself. */
  finish(): void {
    if (!this.readableEnded && !this.destroyed) this.push(null);
  }

  /** Ends it for good. */
  dismiss(html = ''): void {
    if (this.destroyed) return;
    this.push(lastWords(html));
    this.push(null);
  }

  override _read(): void {
    this.takesMore = true;
    this.unread = 0;
    this.proceed();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearInterval(this.heart);
    if (this.timer !== null) clearTimeout(this.timer);
    done(error);
  }

  private beat(): void {
    this.unread += 1;
    if (this.unread > MOST_UNREAD) this.destroy();
    else this.send(': here\n\n');
    this.nudge();
  }

  private send(text: string): void {
    if (!this.takesMore || this.destroyed) return;
    this.takesMore = false;
    this.push(text);
  }

  private proceed(): void {
    if (!this.isDue || !this.takesMore || this.isLooking || this.timer !== null || this.destroyed) return;
    const wait = this.notBefore - Date.now();
    if (wait > 0) this.lookIn(wait);
    else void this.lookNow();
  }

  private lookIn(milliseconds: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.nudge();
    }, milliseconds).unref();
  }

  private async lookNow(): Promise<void> {
    this.isDue = false;
    this.isLooking = true;
    try {
      const look = await this.look();
      this.notBefore = Date.now() + (look.kind === 'same' ? BETWEEN_VAIN_LOOKS : BETWEEN_LOOKS);
      this.tell(look);
    } catch {
      // The database is away, or it is a bug that pages meet too: the browser comes back, later and later.
      this.finish();
    } finally {
      this.isLooking = false;
      this.proceed();
    }
  }

  private tell(look: Look): void {
    if (look.kind === 'over') {
      this.dismiss(look.html);
      return;
    }
    if (look.kind === 'changed') this.send(`id: ${look.id}\n${asMessage(look.html)}`);
    if (look.lookAgainIn !== undefined) this.lookIn(look.lookAgainIn);
  }
}

/** The last thing that a page is told. */
export function lastWords(html: string): string {
  return `${html === '' ? '' : asMessage(html)}event: ${OVER}\ndata: -\n\n`;
}

export const EVENTS_TYPE = 'text/event-stream; charset=utf-8';

/** Whether a request is that of an open page that listens. */
export function takesEvents({ headers }: FastifyRequest): boolean {
  return (headers.accept ?? '').includes('text/event-stream');
}

/** Each line of a message is a field of its own. */
function asMessage(html: string): string {
  return `${html
    .split(/\r\n|\r|\n/)
    .map((line) => `data: ${line}\n`)
    .join('')}\n`;
}
