import { openSync, writeSync } from 'node:fs';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/**
 * A mail server as a process of its own: `<port> <log> <milliseconds for each mail>`. It takes its time before a mail comes
 * in, and takes the mail as soon as it is whole: a server that thinks about it after the final dot makes duplicates that no
 * sender can avoid (RFC 1047). A mail is taken when its line is in the log, before the sender hears of it.
 */
const [port, file, slowness] = process.argv.slice(2);
if (file === undefined) throw new Error('Which port, which log, how slow?');
const log = openSync(file, 'a');

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onRcptTo(_address, _session, answer) {
    setTimeout(answer, Number(slowness));
  },
  onData(stream, session, answer) {
    void take(stream, session).then(() => answer(), answer);
  },
});
// A sender that was killed in the middle of a mail is no reason to end.
server.on('error', () => undefined);
server.listen(Number(port), '127.0.0.1');

async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks).toString('latin1');
  const messageId = /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? '';
  const to = session.envelope.rcptTo[0]?.address ?? '';
  writeSync(log, `${JSON.stringify({ messageId, to, at: Date.now(), raw })}\n`);
}
