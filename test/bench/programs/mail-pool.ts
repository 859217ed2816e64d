import { createInterface } from 'node:readline';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { PoolJob, PoolTurn } from '../mail-job.js';

/**
 * What Gavel's mails are measured against: a pool of nodemailer that sends the same mail so many times, with nothing to
 * look up and nothing to remember. The first line is the mail, each further one a turn.
 */
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { port, connections, mail } = JSON.parse(await nextLine()) as PoolJob;
const pool = createTransport({ host: '127.0.0.1', port, pool: true, maxConnections: connections, maxMessages: 1_000 });
process.stdout.write('ready\n');
for await (const line of lines) {
  const { count, composed } = JSON.parse(line) as PoolTurn;
  const began = performance.now();
  await Promise.all(Array.from({ length: count }, (_, index) => pool.sendMail(composed ? whole(index) : ready(index))));
  process.stdout.write(`${JSON.stringify({ count, seconds: (performance.now() - began) / 1_000 })}\n`);
}
pool.close();

function whole(index: number): SendMailOptions {
  const { from, subject, text, html } = mail;
  return { from, to: addressOf(index), subject, text, html, messageId: `<${index}@bench.example>` };
}

function ready(index: number): SendMailOptions {
  return { envelope: { from: mail.from, to: addressOf(index) }, raw: mail.raw };
}

function addressOf(index: number): string {
  return `p-${index}@bench.example`;
}

async function nextLine(): Promise<string> {
  const line = await lines.next();
  if (line.done === true) throw new Error('There is no mail');
  return line.value;
}
