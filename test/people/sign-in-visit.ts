import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import request from 'supertest';
import { eventually } from '../support/eventually.js';

/** What a page answered to somebody on the way in. */
export interface Seen {
  readonly status: number;
  readonly location: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A browser without a window: it keeps its cookies, and sends forms with the token of the page it saw last. */
export class Visit {
  private readonly jar = new Map<string, string>();
  private formToken = '';

  /** @param address of the application. @param host as the browser would write it. */
  constructor(
    private readonly address: string,
    private readonly host = new URL(address).host,
  ) {}

  /** By its name without prefix. */
  cookie(name: string): string | undefined {
    return this.jar.get(`gavel-${name}`) ?? this.jar.get(`__Host-gavel-${name}`);
  }

  async get(path: string): Promise<Seen> {
    return this.seen(request(this.address).get(path));
  }

  /** Goes there and wherever it leads on to. */
  async follow(path: string): Promise<Seen> {
    let seen = await this.get(path);
    for (let steps = 0; seen.status === 303 && steps < 5; steps++) seen = await this.get(seen.location);
    return seen;
  }

  /** @param headers such as the origin of another site. */
  async post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Seen> {
    const form = new URLSearchParams({ formToken: this.formToken, ...fields });
    return this.seen(request(this.address).post(path).set(headers).type('form').send(form.toString()));
  }

  /** Begins to sign in with an address. */
  async ask(mail: string, next = '/'): Promise<Seen> {
    await this.get(`/sign-in?next=${encodeURIComponent(next)}`);
    return this.post('/sign-in', { mail, next });
  }

  private async seen(sending: request.Test): Promise<Seen> {
    const cookies = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const { status, headers, text } = await sending
      .redirects(0)
      .set({ host: this.host, cookie: cookies })
      .ok(() => true);
    const set = headers['set-cookie'] as unknown as readonly string[] | undefined;
    for (const cookie of set ?? []) this.keep(cookie);
    this.formToken = /name="formToken" value="([^"]+)"/.exec(text)?.[1] ?? this.formToken;
    return { status, headers, text, location: headers.location ?? '' };
  }

  private keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === '') this.jar.delete(name);
    else this.jar.set(name, value);
  }
}

/** A mail about signing in, as its reader sees it. */
export interface SignInMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The path of the link. */
  readonly link: string;
  readonly code: string;
}

/** The mails of a folder to one address, the oldest first; waits until there are so many. */
export async function mailsTo(folder: string, address: string, count: number): Promise<SignInMail[]> {
  return eventually(`${String(count)} mails to ${address}`, async () => {
    const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
    const mails = await Promise.all(files.map(async (file) => simpleParser(await readFile(join(folder, file)))));
    const found = mails
      .map(({ to, subject = '', text = '' }) => ({
        to: to === undefined || Array.isArray(to) ? '' : (to.value[0]?.address ?? ''),
        subject,
        text,
        link: /\/sign-in\/link\/[A-Za-z0-9_-]+/.exec(text)?.[0] ?? '',
        code: /\b\d{6}\b/.exec(text.replace(/https?:\S+/g, ''))?.[0] ?? '',
      }))
      .filter(({ to }) => to === address);
    return found.length >= count && found;
  });
}
