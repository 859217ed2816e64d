import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { SignInMailTexts } from '../../config/languages/en/sign-in-mails.js';
import type { IsoInstant } from '../engine/words.js';
import type { Addressee, FactorNews, SignInPost } from '../people/sign-in/sign-in-post.js';
import { paths } from '../web/paths.js';
import type { Carriage, Carrier, Mail } from './carrier.js';
import { asHtml } from './mail/as-html.js';
import { asText } from './mail/as-text.js';
import { oneLine } from './mail/clean-text.js';
import { hostOf } from './mail/compose-mail.js';
import type { MailContent, MailGroup } from './mail/content.js';
import { SIGN_IN_MAIL_TEXTS } from './mail/languages.js';

/** Milliseconds after which a mail that could not be handed over is tried again; it is of no use much later. */
const TRIED_AGAIN_AFTER = [2_000, 10_000, 30_000] as const;

/**
 * Sends the mails of signing in at once and by itself: they are owed to nobody's ledger, a link that comes late is worth
 * nothing, and its secret is in no table and no queue.
 */
export class MailSignInPost implements SignInPost, OnApplicationShutdown {
  private readonly log = new Logger('Sign-in');
  private readonly closing = new AbortController();
  private carrier: Promise<Carrier> | null = null;

  /** @param openCarrier called with the first mail. @param publicUrl without a slash at the end. */
  constructor(
    private readonly dataSource: DataSource,
    private readonly openCarrier: () => Promise<Carrier>,
    private readonly publicUrl: string,
  ) {}

  async sendLink(to: Addressee, link: string, code: string, minutes: number): Promise<void> {
    const texts = SIGN_IN_MAIL_TEXTS[to.language];
    const groups: MailGroup[] = [
      { intro: texts.linkIntro(minutes), rows: [], link: { label: texts.link, href: link } },
      { intro: `${texts.codeIntro} ${code}`, rows: [], link: null },
    ];
    const footer = [texts.notYou, texts.noReply];
    await this.send(to, { subject: texts.linkSubject, heading: texts.linkHeading, groups, footer }, texts);
  }

  async tell(to: Addressee, news: FactorNews): Promise<void> {
    const texts = SIGN_IN_MAIL_TEXTS[to.language];
    const link = { label: texts.look, href: `${this.publicUrl}${paths.secondFactors}` };
    const groups = [{ intro: texts.news[news], rows: [], link }];
    const footer = [texts.notYouNews, texts.noReply];
    await this.send(to, { subject: texts.newsSubject, heading: texts.newsHeading, groups, footer }, texts);
  }

  /** Lets go of the mail server; nothing is tried again any more. */
  async onApplicationShutdown(): Promise<void> {
    this.closing.abort();
    await (await this.carrier)?.close();
  }

  private async send(
    to: Addressee,
    said: Pick<MailContent, 'subject' | 'heading' | 'groups' | 'footer'>,
    { greeting }: SignInMailTexts,
  ): Promise<void> {
    try {
      const mail = await this.compose(to, said, greeting(oneLine(to.name)));
      this.carrier ??= this.openCarrier();
      const carried = await this.carry(await this.carrier, mail);
      if (carried.kind !== 'accepted') this.log.warn(`A mail about signing in was not sent: ${carried.kind}`);
    } catch {
      // What went wrong may name the mail's contents.
      this.log.warn('A mail about signing in was not sent');
    }
  }

  private async carry(carrier: Carrier, mail: Mail): Promise<Carriage> {
    const isTooLate = (): boolean => this.closing.signal.aborted;
    let carried = await carrier.carry(mail, isTooLate);
    for (const pause of TRIED_AGAIN_AFTER) {
      if (carried.kind !== 'put_off' && carried.kind !== 'unreachable') break;
      await wait(pause, undefined, { signal: this.closing.signal });
      carried = await carrier.carry(mail, isTooLate);
    }
    return carried;
  }

  private async compose(
    { bodyId, bodyName, name, mail, language }: Addressee,
    said: Pick<MailContent, 'subject' | 'heading' | 'groups' | 'footer'>,
    greeting: string,
  ): Promise<Mail> {
    const body = oneLine(bodyName);
    const content: MailContent = { ...said, language, bodyName: body, greeting, subject: `[${body}] ${said.subject}` };
    const host = hostOf(this.publicUrl);
    const [clock]: { at: IsoInstant }[] = await this.dataSource.query('SELECT iso_instant(gavel_now()) AS at');
    return {
      messageId: `<sign-in.${uuid()}@${host}>`,
      to: { name: oneLine(name), address: mail },
      subject: content.subject,
      text: asText(content),
      html: asHtml(content),
      language,
      list: { id: `${bodyId}.${host}`, name: body },
      at: clock?.at ?? new Date().toISOString(),
    };
  }
}
