import { createTransport, type Transporter } from 'nodemailer';
import type { Carriage, Carrier, Mail } from './carrier.js';
import { LONGEST_SENDING } from './limits.js';
import { asMime, readSender } from './mail/mime.js';
import { Reachability } from './reachability.js';
import { shortened, verdictOf } from './smtp-answer.js';
import { Turns } from './turns.js';

/** Mails under way at the same time, each over a connection of its own. */
const CONNECTIONS = 5;

/** Longest silence of a mail server, in milliseconds: while connecting, before it greets, and in the middle. */
const SILENCE = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 15_000, dnsTimeout: 5_000 };

/** For so long, in milliseconds, mails that begin share one deadline. */
const ROUND = 5_000;

/** Hands mails over by SMTP, over a few connections that are kept open. */
export class SmtpCarrier implements Carrier {
  readonly reachability = new Reachability(() => this.askForGreeting());
  private readonly transport: Transporter;
  private readonly turns = new Turns(CONNECTIONS);
  private round: { readonly signal: AbortSignal; readonly until: number } | null = null;
  private readonly from: { readonly header: string; readonly address: string };

  /**
   * @param url `smtp:` or `smtps:`, with the account where one is needed.
   * @param from sender of every mail.
   */
  constructor(url: string, from: string) {
    this.from = readSender(from);
    const pool = { pool: true, maxConnections: CONNECTIONS, maxMessages: 1_000, maxRequeues: 0 } as const;
    this.transport = createTransport({ url, ...pool, ...SILENCE, disableFileAccess: true, disableUrlAccess: true });
  }

  async carry(mail: Mail, isTooLate: () => boolean): Promise<Carriage> {
    return this.turns.take(async () => {
      const trouble = this.reachability.trouble();
      if (trouble !== null) return { kind: 'unreachable', answer: trouble };
      return isTooLate() ? { kind: 'too_late' } : this.send(mail);
    });
  }

  async close(): Promise<void> {
    this.transport.close();
    await this.reachability.close();
  }

  private async send(mail: Mail): Promise<Carriage> {
    try {
      const envelope = { from: this.from.address, to: mail.to.address };
      const raw = asMime(mail, this.from.header);
      await this.transport.sendMail({ envelope, raw, signal: this.patience() });
      return { kind: 'accepted' };
    } catch (error) {
      return await this.judge(error);
    }
  }

  /** Aborts when a mail that begins now has taken too long. Mails that begin close together share one signal. */
  private patience(): AbortSignal {
    const now = performance.now();
    if (this.round === null || now > this.round.until) {
      const controller = new AbortController();
      const timer = setTimeout(() => {
        controller.abort();
      }, LONGEST_SENDING);
      timer.unref();
      this.round = { signal: controller.signal, until: now + ROUND };
    }
    return this.round.signal;
  }

  /** A server that lets go of a mail half-way and is there for the next may dislike the mail: that one is put off. */
  private async judge(error: unknown): Promise<Carriage> {
    const verdict = verdictOf(error);
    if (verdict.kind === 'broken') {
      if (await this.reachability.check()) return { kind: 'put_off', answer: verdict.answer };
      return { kind: 'unreachable', answer: this.reachability.trouble() ?? verdict.answer };
    }
    if (verdict.kind === 'unreachable') this.reachability.report(verdict.answer);
    return verdict;
  }

  private async askForGreeting(): Promise<string | null> {
    try {
      await this.transport.verify();
      return null;
    } catch (error) {
      const { response, code } = error as { response?: unknown; code?: unknown };
      return shortened(typeof response === 'string' ? response : String(code));
    }
  }
}
