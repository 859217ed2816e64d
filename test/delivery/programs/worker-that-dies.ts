import 'reflect-metadata';
import { Test } from '@nestjs/testing';
import type { Carrier } from '../../../src/delivery/carrier.js';
import { CARRIER } from '../../../src/delivery/carrier.js';
import { SmtpCarrier } from '../../../src/delivery/smtp-carrier.js';
import { WorkerModule } from '../../../src/worker.module.js';

/**
 * The worker process with one fault: a mail to a certain address ends it on the spot, as a fault in a library would.
 * Arguments: database, mail server, data directory, the address.
 */
const [databaseUrl = '', smtpUrl = '', dataDirectory = '', poison = ''] = process.argv.slice(2);
const mailFrom = 'Gavel <gavel@secretariat.example>';
const carrier = new SmtpCarrier(smtpUrl, mailFrom);
const deadly: Carrier = {
  reachability: carrier.reachability,
  async carry(mail, isTooLate) {
    if (mail.to.address === poison) process.kill(process.pid, 'SIGKILL');
    return carrier.carry(mail, isTooLate);
  },
  close: () => carrier.close(),
};
const storage = { databaseUrl, poolSize: 5, onIdleError: () => undefined };
const mail = {
  databaseUrl,
  redisUrl: null,
  smtpUrl,
  dataDirectory,
  mailDirectory: dataDirectory,
  mailFrom,
  publicUrl: 'https://gavel.secretariat.example',
};
const root = Test.createTestingModule({ imports: [WorkerModule.for(storage, mail)] });
const worker = await root.overrideProvider(CARRIER).useValue(deadly).compile();
await worker.init();
process.stdout.write('Working the queue\n');
process.once('SIGTERM', () => void worker.close().then(() => process.exit(0)));
