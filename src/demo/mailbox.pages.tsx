import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { OpenToAll } from '../api/may.js';
import { HttpProblem } from '../api/problem.js';
import { DEMO } from '../web/demo-paths.js';
import { TypedQuery, type Typed } from '../web/form.js';
import { PageDoor } from '../web/page-door.js';
import { Pages } from '../web/page.js';
import { FileView, show, type View } from '../web/view.js';
import type { KeptMail } from './mail-file.js';
import { Mailbox } from './mailbox.js';
import { MailPage } from './views/mail-page.js';
import { MailboxPage } from './views/mailbox-page.js';

/** Every mail that was sent, open to whoever tries the demo out: also the links to sign in come here. */
@Pages()
@Controller(DEMO.mailbox)
export class MailboxPages {
  constructor(
    private readonly mailbox: Mailbox,
    private readonly door: PageDoor,
  ) {}

  @Get()
  @OpenToAll()
  async list(@Req() request: FastifyRequest, @TypedQuery() { to, language, before }: Typed): Promise<View> {
    // An empty field of the form asks for nothing.
    const said = (value: string | undefined) => (value === '' ? undefined : value);
    const choice = { to: said(to), language: said(language), before: said(before) };
    const page = await this.door.openPage(request);
    return show(<MailboxPage page={page} mails={await this.mails()} choice={choice} />);
  }

  @Get(':mail')
  @OpenToAll()
  async mail(@Req() request: FastifyRequest, @Param('mail') id: string): Promise<View> {
    const page = await this.door.openPage(request);
    return show(<MailPage page={page} mail={await this.find(id)} />);
  }

  @Get(':mail/file')
  @OpenToAll()
  async file(@Param('mail') id: string): Promise<FileView> {
    const mail = await this.find(id);
    return new FileView(await this.mailbox.file(mail), 'message/rfc822', `${mail.id}.eml`);
  }

  private async mails(): Promise<readonly KeptMail[]> {
    const mails = await this.mailbox.list();
    if (mails === null) throw new HttpProblem('not_found');
    return mails;
  }

  private async find(id: string): Promise<KeptMail> {
    const found = (await this.mails()).find((mail) => mail.id === id);
    if (found === undefined) throw new HttpProblem('not_found');
    return found;
  }
}
