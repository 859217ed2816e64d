import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Dice } from './dice.js';

/** Says of each piece that comes back whether an answer is in it that may get lost. */
export type AnswerFinder = () => (piece: Buffer) => boolean;

/**
 * Stands between two processes, and now and then lets an answer get lost: what was asked for has been done, and whoever
 * asked sees their connection break instead.
 */
export class ForgetfulProxy {
  lost = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly to: number,
    private readonly findAnswers: AnswerFinder,
    private readonly dice: Dice,
    private readonly share: number,
  ) {}

  /** @param to port of this machine where the questions go; @param share of the answers that get lost. */
  static async start(to: number, findAnswers: AnswerFinder, dice: Dice, share: number): Promise<ForgetfulProxy> {
    const server = createServer({ noDelay: true });
    const proxy = new ForgetfulProxy(server, to, findAnswers, dice, share);
    server.on('connection', (socket: Socket) => {
      proxy.pass(socket);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('A listening socket has no port');
    return address.port;
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private pass(asking: Socket): void {
    const answering = connect({ port: this.to, host: '127.0.0.1', noDelay: true });
    const hasAnswer = this.findAnswers();
    const hangUp = (): void => {
      asking.destroy();
      answering.destroy();
    };
    for (const socket of [asking, answering]) {
      this.sockets.add(socket);
      socket.on('error', hangUp).on('close', () => {
        this.sockets.delete(socket);
        hangUp();
      });
    }
    asking.on('data', (piece) => answering.write(piece));
    answering.on('data', (piece) => {
      if (hasAnswer(piece) && this.dice.chance(this.share)) {
        this.lost += 1;
        hangUp();
      } else asking.write(piece);
    });
  }
}

/** Answers over HTTP: each begins a piece of its own, because nobody asks for the next before they have one. */
export const httpAnswers: AnswerFinder = () => (piece) => piece.subarray(0, 5).toString('latin1') === 'HTTP/';

/**
 * The answer of PostgreSQL to a COMMIT: `CommandComplete` with that tag. Messages are a letter, their length without it in
 * four bytes, and their content; a piece may end in the middle of one.
 * Source: https://www.postgresql.org/docs/18/protocol-message-formats.html
 */
export const commits: AnswerFinder = () => {
  let rest = Buffer.alloc(0);
  return (piece) => {
    let found = false;
    rest = Buffer.concat([rest, piece]);
    while (rest.length >= 5) {
      const length = 1 + rest.readInt32BE(1);
      if (rest.length < length) break;
      if (rest.subarray(0, length).toString('latin1').startsWith('C\0\0\0\x0bCOMMIT')) found = true;
      rest = rest.subarray(length);
    }
    return found;
  };
};
