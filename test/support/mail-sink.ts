import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** A mail that the sink has taken: from that moment on it is delivered, whatever the sender hears of it. */
export interface TakenMail {
  readonly messageId: string;
  readonly to: string;
  /** Milliseconds of the sink's own clock. */
  readonly at: number;
  /** The whole mail as it came, headers first. */
  readonly raw: string;
}

/**
 * What the sink does with one mail: takes it, answers with an error, drops the connection before the mail is whole or
 * after it has taken it, or takes so many milliseconds over it.
 */
export type Conduct =
  'take' | 421 | 450 | 550 | 'drop before the final dot' | 'drop after the final dot' | { tarpit: number };

/** A mail server on 127.0.0.1 that keeps a log of what it took, and can misbehave towards each recipient. */
export class MailSink {
  readonly taken: TakenMail[] = [];
  /** Mails that have come in whole, whether they were taken yet or not. */
  whole = 0;
  /** How often each address was tried, whatever came of it. */
  readonly tried = new Map<string, number>();
  private conduct: (to: string, time: number) => Conduct = () => 'take';
  private readonly sockets = new Map<number, Socket>();

  private constructor(private readonly server: SMTPServer) {}

  /** @param port of one that was stopped, so that it comes back; a free one when not given. */
  static async start(port = 0): Promise<MailSink> {
    const server: SMTPServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onRcptTo: ({ address }, _session, answer) => {
        sink.greet(address, answer);
      },
      onData: (stream, session, answer) => {
        void sink.receive(stream, session).then(answer, () => undefined);
      },
    });
    const sink = new MailSink(server);
    server.server.on('connection', (socket: Socket) => sink.remember(socket));
    server.on('error', () => undefined);
    server.listen(port, '127.0.0.1');
    await once(server.server, 'listening');
    return sink;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${String(this.port)}`;
  }

  /** @param conduct towards an address, and the how-manieth time it is tried, counted from 1. */
  behave(conduct: (to: string, time: number) => Conduct): void {
    this.conduct = conduct;
  }

  /** The mails that an address got. */
  to(address: string): TakenMail[] {
    return this.taken.filter((mail) => mail.to === address);
  }

  /** Stops at once; connections are cut. */
  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.server.close(resolve);
    });
    for (const socket of this.sockets.values()) socket.destroy();
    await closed;
  }

  private remember(socket: Socket): void {
    const port = socket.remotePort ?? 0;
    this.sockets.set(port, socket);
    socket.once('close', () => this.sockets.delete(port));
  }

  private greet(address: string, answer: (error?: Error | null) => void): void {
    const time = (this.tried.get(address) ?? 0) + 1;
    this.tried.set(address, time);
    const conduct = this.conduct(address, time);
    if (typeof conduct !== 'number') answer();
    else answer(Object.assign(new Error(`5.0.0 <${address}> is not wanted`), { responseCode: conduct }));
  }

  /** Rejects when the sender goes away in the middle: then there is nobody to answer. */
  private async receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<null> {
    const to = session.envelope.rcptTo[0]?.address ?? '';
    const conduct = this.conduct(to, this.tried.get(to) ?? 1);
    if (conduct === 'drop before the final dot') return this.drop(session);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    this.whole += 1;
    if (typeof conduct === 'object') await wait(conduct.tarpit);
    const raw = Buffer.concat(chunks).toString('latin1');
    const messageId = /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? '';
    this.taken.push({ messageId, to, at: Date.now(), raw });
    return conduct === 'drop after the final dot' ? this.drop(session) : null;
  }

  /** Never answers: the connection is gone. */
  private async drop(session: SMTPServerSession): Promise<null> {
    this.sockets.get(session.remotePort)?.destroy();
    return new Promise(() => undefined);
  }
}
