import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { TestApp, type AppWishes } from '../support/app.js';
import { hashOfSession } from '../../src/people/session-secret.js';
import { eventually } from '../support/eventually.js';
import { RABAT } from '../support/rabat.js';
import { mailsTo, Visit, type Seen, type SignInMail } from './sign-in-visit.js';

/** Somebody who has an app for codes, and what it shows. */
export interface AppHolder {
  readonly mail: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
  readonly visit: Visit;
}

/** The application with a folder for its mails, and people who sign in to it. */
export class SignInStage {
  private constructor(
    readonly app: TestApp,
    private readonly folder: string,
  ) {}

  static async open(wishes: AppWishes = {}): Promise<SignInStage> {
    const folder = await mkdtemp(join(tmpdir(), 'gavel-sign-in-'));
    const variables = { MAIL_DIRECTORY: folder, ...wishes.variables };
    return new SignInStage(await TestApp.start({ ...wishes, variables }), folder);
  }

  async close(): Promise<void> {
    await this.app.close();
    await rm(this.folder, { recursive: true });
  }

  /** Forgets how often anybody tried. */
  async forgetTries(): Promise<void> {
    await this.app.rabat.dataSource.query('DELETE FROM sign_in_try');
  }

  visit(host?: string): Visit {
    return new Visit(this.app.address, host);
  }

  /** All mails so far to an address, of which there are to be so many. */
  async mailsTo(address: string, count: number): Promise<SignInMail[]> {
    return mailsTo(this.folder, address, count);
  }

  /** Asks for a link and gives the mail that comes of it: an earlier one may arrive meanwhile. */
  async linkFor(visit: Visit, mail: string, next?: string): Promise<SignInMail> {
    await visit.ask(mail, next);
    const browser = hashOfSession(visit.cookie('browser') ?? '');
    const rows: { link_hash: string }[] = await this.app.rabat.dataSource.query(
      'SELECT link_hash FROM sign_in_link WHERE browser_hash = $1 ORDER BY asked_at DESC LIMIT 1',
      [browser],
    );
    return eventually(`the mail to ${mail}`, async () => {
      const mails = await this.mailsTo(mail, 0);
      return mails.find(({ link }) => hashOfSession(link.replace('/sign-in/link/', '')) === rows[0]?.link_hash);
    });
  }

  /** Uses the link of a mail, in the browser that asked for it: on to the second factor. */
  async prove(visit: Visit, mail: string, next?: string): Promise<Seen> {
    const { link } = await this.linkFor(visit, mail, next);
    await visit.get(link);
    return visit.post('/sign-in/link', { secret: link.replace('/sign-in/link/', '') });
  }

  /** Signs in for the first time, and sets an app up. */
  async enrol(mail: string, body = RABAT): Promise<AppHolder> {
    const visit = this.visit();
    await this.prove(visit, mail);
    const page = await visit.follow('/sign-in/second-factor');
    const secret = secretOn(page);
    const seen = await visit.post(`/sign-in/add/${body}/app`, { code: codeOf(secret) });
    const recoveryCodes = [...seen.text.matchAll(/<code>([A-Z0-9-]{14})<\/code>/g)].map(([, code]) => code ?? '');
    return { mail, secret, recoveryCodes, visit };
  }
}

/** The secret that a page shows for an app. */
export function secretOn({ text }: Seen): string {
  return (/<code dir="ltr">([A-Z2-7 ]+)<\/code>/.exec(text)?.[1] ?? '').replaceAll(' ', '');
}

/** What an app shows. @param later seconds from now: each code is good once. */
export function codeOf(secret: string, later = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 1_000 });
}
