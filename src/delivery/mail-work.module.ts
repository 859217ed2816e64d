import { join } from 'node:path';
import { BullModule } from '@nestjs/bullmq';
import { Logger, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { EndSilence } from '../packs/review/end-silence.js';
import { SilenceModule } from '../packs/review/silence.module.js';
import { Database } from '../storage/database.js';
import { AddressOwed } from './address-owed.js';
import { CARRIER, type Carrier } from './carrier.js';
import { DecideMails } from './decide-mails.js';
import { DrainMail } from './drain-mail.js';
import { FolderCarrier } from './folder-carrier.js';
import { LeaseKeeper } from './lease-keeper.js';
import { MailMetrics } from './mail-metrics.js';
import { MailQueue } from './mail-queue.js';
import { MailWork } from './mail-work.js';
import { MailProcessor } from './mail.processor.js';
import { hostOf } from './mail/compose-mail.js';
import { Outcomes } from './outcomes.js';
import { MAIL_QUEUE, queueConnection } from './queue-connection.js';
import { QueueDue } from './queue-due.js';
import { RecordOutcomes } from './record-outcomes.js';
import { SendMails } from './send-mails.js';
import { SentBook } from './sent-book.js';
import { SmtpCarrier } from './smtp-carrier.js';
import { Sweep } from './sweep.js';
import { ThrottledLog } from './throttled-log.js';
import { WakeAfterChange } from './wake-after-change.js';

/** What the work with mail needs to know of the installation. */
export interface MailSettings {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly smtpUrl: string | null;
  /** Files of this installation on this machine. */
  readonly dataDirectory: string;
  /** Where mails are kept as files when there is no mail server. */
  readonly mailDirectory: string;
  readonly mailFrom: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
}

/** Events of the queue that the backend keeps; nobody reads them. */
const EVENTS_KEPT = 100;

/** The work with mail: sweep, queue and sending. A process that has this module does it; any number may. */
@Module({})
export class MailWorkModule {
  static for(settings: MailSettings): DynamicModule {
    const connection = queueConnection(settings.redisUrl, settings.databaseUrl);
    return {
      module: MailWorkModule,
      imports: [
        SilenceModule,
        BullModule.forRoot({ connection }),
        BullModule.registerQueue({ name: MAIL_QUEUE, streams: { events: { maxLen: EVENTS_KEPT } } }),
      ],
      providers: [
        ...providersFor(settings),
        { provide: APP_INTERCEPTOR, useClass: WakeAfterChange },
        MailQueue,
        MailProcessor,
        MailMetrics,
        MailWork,
        DrainMail,
      ],
      exports: [DrainMail, MailQueue],
    };
  }
}

const log = new ThrottledLog(new Logger('Mail'));

function providersFor({ smtpUrl, dataDirectory, mailDirectory, mailFrom, publicUrl }: MailSettings): Provider[] {
  const carrier = (): Carrier =>
    smtpUrl === null ? new FolderCarrier(mailDirectory, mailFrom) : new SmtpCarrier(smtpUrl, mailFrom);
  return [
    { provide: CARRIER, useFactory: carrier },
    {
      provide: SentBook,
      useFactory: () =>
        new SentBook(join(dataDirectory, 'sent'), (error) => {
          log.trouble('What was sent cannot be written down on this machine', error);
        }),
    },
    {
      provide: Outcomes,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) =>
        new Outcomes(new RecordOutcomes(dataSource), (error) => {
          log.trouble('What became of mails cannot be written down; it is tried again', error);
        }),
    },
    {
      provide: LeaseKeeper,
      inject: [Database],
      useFactory: (database: Database) =>
        new LeaseKeeper(database, (error) => {
          log.trouble('Leases of mails cannot be renewed', error);
        }),
    },
    {
      provide: SendMails,
      inject: [Database, CARRIER, Outcomes, LeaseKeeper, SentBook, MailMetrics],
      useFactory: (
        database: Database,
        by: Carrier,
        outcomes: Outcomes,
        leases: LeaseKeeper,
        book: SentBook,
        metrics: MailMetrics,
      ) =>
        new SendMails(new DecideMails(database), by, outcomes, leases, book, { publicUrl }, (mails) => {
          metrics.countSkipped(mails);
        }),
    },
    {
      provide: Sweep,
      inject: [DataSource, Database, MailQueue, CARRIER, EndSilence],
      useFactory: (
        dataSource: DataSource,
        database: Database,
        queue: MailQueue,
        by: Carrier,
        endSilence: EndSilence,
      ) => {
        const address = new AddressOwed(database, hostOf(publicUrl));
        const canSend = (): boolean => by.reachability.trouble() === null;
        return new Sweep(dataSource, address, new QueueDue(database, queue), endSilence, canSend, (error) => {
          log.trouble('The sweep failed; it is tried again', error);
        });
      },
    },
  ];
}
