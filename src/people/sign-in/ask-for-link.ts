import { randomInt } from 'node:crypto';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Environment } from '../../../config/environment.js';
import { paths } from '../../web/paths.js';
import { hashOfSession, newSessionSecret } from '../session-secret.js';
import { askOutside } from './ask-outside.js';
import { findPeopleOf } from './find-people-of.js';
import { SecretKey } from './secret-key.js';
import { SIGN_IN_POST, type SignInPost } from './sign-in-post.js';
import { Tries, type TooMany } from './tries.js';

/** Minutes for which a link and its code hold. */
const LINK_MINUTES = 10;

const CODES = 1_000_000;

/** What was asked for before by the same browser ends, so that one code at a time can be tried there. */
const INSERT = `
  WITH old AS (DELETE FROM sign_in_link WHERE expires_at < clock_timestamp() OR browser_hash = $3 RETURNING id),
  asked AS (
    INSERT INTO sign_in_link (id, address, browser_hash, link_hash, code_hash, next, asked_at, expires_at)
    SELECT $1, $2, $3, $4, $5, $6, now, now + make_interval(mins => $7) FROM (SELECT clock_timestamp() AS now) AS clock
    RETURNING id)
  SELECT id FROM asked`;

/** What somebody wants to sign in with. */
export interface LinkAsked {
  readonly address: string;
  /** The secret in the cookie of the browser that asks. */
  readonly browser: string;
  /** The IP address that asks. */
  readonly ip: string;
  /** Where to go once signed in. */
  readonly next: string;
}

/** Whoever asks gets a mail with a link and a code, if the address is anybody's. */
@Injectable()
export class AskForLink implements OnApplicationShutdown {
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly key: SecretKey,
    private readonly tries: Tries,
    private readonly environment: Environment,
    @Inject(SIGN_IN_POST) private readonly post: SignInPost,
  ) {}

  /**
   * Does the same for every address, known or not; only what comes after, when the answer has gone out, differs. Null
   * when all is well.
   */
  async execute({ address: written, browser, ip, next }: LinkAsked): Promise<TooMany | null> {
    const address = written.toLowerCase();
    const noted = await this.tries.noteBoth('mail', address, ip);
    if ('wait' in noted) return noted;
    const id = uuid();
    const secret = newSessionSecret();
    const code = String(randomInt(CODES)).padStart(6, '0');
    const codeHash = await this.key.digest('mail-code', `${id} ${code}`);
    const hashes = [hashOfSession(browser), hashOfSession(secret), codeHash];
    await askOutside(this.dataSource, INSERT, [id, address, ...hashes, next, LINK_MINUTES]);
    const sending = this.send(address, secret, code).finally(() => this.underWay.delete(sending));
    this.underWay.add(sending);
    return null;
  }

  /** What is being sent is finished first. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async send(address: string, secret: string, code: string): Promise<void> {
    try {
      const [first, ...others] = await findPeopleOf(this.dataSource, address);
      if (first === undefined) return;
      const bodyName = [first, ...others].map((person) => person.bodyName).join(', ');
      const link = `${this.environment.publicUrl}${paths.signInLink(secret)}`;
      await this.post.sendLink({ ...first, bodyName }, link, code, LINK_MINUTES);
    } catch {
      // The error of a query may repeat its values.
      new Logger('Sign-in').warn('A link could not be sent: the database or the mail could not be reached');
    }
  }
}
