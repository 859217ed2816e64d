import { Global, Module } from '@nestjs/common';
import { ImportBody } from '../commands/import-body.js';
import { HandoversModule } from '../handovers/handovers.module.js';
import { ContentModule } from '../packs/content/content.module.js';
import { PeopleModule } from '../people/people.module.js';
import { TermsModule } from '../terms/terms.module.js';
import { WebModule } from '../web/web.module.js';
import { ClockApi } from './clock.api.js';
import { OFFERED_PEOPLE } from '../people/offered-people.js';
import { DemoClock } from './demo-clock.js';
import { DemoPages } from './demo.pages.js';
import { DemoPeople } from './demo-people.js';
import { Mailbox } from './mailbox.js';
import { MailboxPages } from './mailbox.pages.js';

/** What only a demo has: a body that comes with it, and a clock that can be moved. */
@Global()
@Module({
  imports: [PeopleModule, TermsModule, HandoversModule, ContentModule, WebModule],
  controllers: [ClockApi, DemoPages, MailboxPages],
  providers: [ImportBody, DemoClock, DemoPeople, Mailbox, { provide: OFFERED_PEOPLE, useExisting: DemoPeople }],
  exports: [ImportBody, DemoClock, OFFERED_PEOPLE],
})
export class DemoModule {}
