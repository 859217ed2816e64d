import request from 'supertest';
import { formTokenOf } from '../../src/people/session-secret.js';

/** What came back to a browser without a window. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The HTML, or whatever else it was. */
  readonly text: string;
}

/** How a request of a test differs from that of a browser. */
export interface VisitorWishes {
  readonly headers?: Readonly<Record<string, string>>;
  /** In place of the token of the visitor's own forms; null sends none. */
  readonly formToken?: string | null;
}

/** Somebody who asks for pages by their addresses and sends forms, signed in or not. Redirects are not followed. */
export class Visitor {
  /** @param secret of the session; null for somebody who is not signed in. */
  constructor(
    private readonly address: string,
    readonly secret: string | null,
  ) {}

  /** The header that shows who this is; without TLS cookies have no prefix. */
  get cookie(): string {
    return this.secret === null ? '' : `gavel-session=${this.secret}`;
  }

  /** What forms of this session carry in `formToken`. */
  get formToken(): string {
    return this.secret === null ? '' : formTokenOf(this.secret);
  }

  async get(path: string, { headers = {} }: VisitorWishes = {}): Promise<PageAnswer> {
    return answerTo(request(this.address).get(path).redirects(0).set(this.withCookie(headers)));
  }

  /** Sends a form as a page of ours would. */
  async post(path: string, fields: Readonly<Record<string, string>>, wishes: VisitorWishes = {}): Promise<PageAnswer> {
    const { headers = {}, formToken = this.formToken } = wishes;
    const form = new URLSearchParams({ ...(formToken === null ? {} : { formToken }), ...fields });
    const sending = request(this.address).post(path).redirects(0).set(this.withCookie(headers));
    return answerTo(sending.type('form').send(form.toString()));
  }

  private withCookie(headers: Readonly<Record<string, string>>): Record<string, string> {
    return this.secret === null ? { ...headers } : { cookie: this.cookie, ...headers };
  }
}

async function answerTo(sending: request.Test): Promise<PageAnswer> {
  const { status, headers, text } = await sending.ok(() => true);
  return { status, headers: headers, text };
}
