import { eventually } from '../support/eventually.js';
import type { Visitor } from '../support/visitor.js';

/** An open page that listens, without the page: what it was sent, as text. */
export class Ear {
  heard = '';
  /** Whether the server has ended it. */
  isClosed = false;

  private constructor(
    readonly status: number,
    private readonly control: AbortController,
  ) {}

  /** @param address of the events, without the host. */
  static async open(at: string, visitor: Visitor, address: string, lastEventId?: number): Promise<Ear> {
    const control = new AbortController();
    const headers = {
      cookie: visitor.cookie,
      accept: 'text/html, text/event-stream',
      ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }),
    };
    const answer = await fetch(at + address, { headers, signal: control.signal, redirect: 'manual' });
    const ear = new Ear(answer.status, control);
    void ear.listen(answer);
    return ear;
  }

  /** Ends it from this side. */
  close(): void {
    this.control.abort();
  }

  /** Waits until something was sent that has this in it. */
  async hears(words: string): Promise<void> {
    await eventually(`hearing of ${words}`, () => this.heard.includes(words));
  }

  async isLetGo(): Promise<void> {
    await eventually('the stream ends', () => this.isClosed);
  }

  private async listen({ body }: Response): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body ?? []) this.heard += decoder.decode(chunk, { stream: true });
    } catch {
      // Closed from this side, or cut.
    }
    this.isClosed = true;
  }
}
