import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { News } from '../storage/news.js';
import { EventStream, type Look } from './event-stream.js';

/** Browsers open six connections to a server that speaks HTTP/1.1: one is left for pages. */
const MOST_PER_SESSION = 5;

/** What an open page listens to. */
export interface Listening {
  readonly sessionId: string;
  readonly topics: readonly string[];
  /** What there is to tell; called one at a time. */
  readonly look: () => Promise<Look>;
}

/** The pages that are open just now. The oldest of a session that has too many is told no more. */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  private readonly open = new Map<string, EventStream[]>();
  private ending = false;

  constructor(private readonly news: News) {}

  listen({ sessionId, topics, look }: Listening): EventStream {
    const stream = new EventStream(look);
    const own = this.open.get(sessionId) ?? [];
    this.open.set(sessionId, [...own, stream]);
    if (own.length >= MOST_PER_SESSION) own[0]?.dismiss();
    const stop = this.news.listen(topics, () => stream.nudge());
    stream.once('close', () => {
      stop();
      const left = (this.open.get(sessionId) ?? []).filter((each) => each !== stream);
      if (left.length === 0) this.open.delete(sessionId);
      else this.open.set(sessionId, left);
    });
    // What has happened between the page and this connection.
    stream.nudge();
    if (this.ending) stream.finish();
    return stream;
  }

  /** A process that ends does not wait for pages that stay open; they find the next one. */
  onModuleDestroy(): void {
    this.ending = true;
    for (const stream of [...this.open.values()].flat()) stream.finish();
  }
}
