import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** A mail server that takes everything and forgets it: it counts, and keeps the last mail that was larger than nothing. */
let taken = 0;
let last = '';

async function swallow(stream: SMTPServerDataStream): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  taken += 1;
  last = Buffer.concat(chunks).toString('latin1');
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  onData: (stream, _session, answer) => {
    void swallow(stream).then(() => {
      answer();
    });
  },
});
server.on('error', () => undefined);
server.listen(0, '127.0.0.1');
await once(server.server, 'listening');
process.stdout.write(`${(server.server.address() as AddressInfo).port}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(line === 'last' ? `${JSON.stringify(last)}\n` : `${taken}\n`);
}
process.exit(0);
