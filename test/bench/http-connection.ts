import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What came back, as little as has to be looked at. */
export interface RawAnswer {
  readonly status: number;
  /** Headers and body, as they came. */
  readonly head: string;
  readonly body: Buffer;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * One keep-alive connection that sends a request after the other. It does as little as possible: on the machine of a
 * benchmark the client takes its processor time from those who are measured.
 */
export class HttpConnection {
  private received = Buffer.alloc(0);
  private waiting: { readonly resolve: (answer: RawAnswer) => void; readonly reject: (error: Error) => void } | null =
    null;

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    socket.on('data', (chunk) => {
      this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
      this.answerIfComplete();
    });
    socket.on('error', (error) => this.waiting?.reject(error));
    socket.on('close', () => this.waiting?.reject(new Error('The server closed the connection')));
  }

  static async open(port: number): Promise<HttpConnection> {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    await once(socket, 'connect');
    return new HttpConnection(socket, `127.0.0.1:${port}`);
  }

  /** @param headers lines without the one of the host; a body is JSON. */
  request(method: string, path: string, headers: readonly string[], body: string | null = null): Promise<RawAnswer> {
    const content =
      body === null ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`];
    const lines = [`${method} ${path} HTTP/1.1`, `host: ${this.host}`, ...headers, ...content, '', body ?? ''];
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(lines.join('\r\n'));
    });
  }

  close(): void {
    this.waiting = null;
    this.socket.destroy();
  }

  private answerIfComplete(): void {
    const end = this.received.indexOf(END_OF_HEAD);
    if (end === -1) return;
    const head = this.received.toString('latin1', 0, end);
    const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    const whole = end + END_OF_HEAD.length + length;
    if (this.received.length < whole) return;
    const body = this.received.subarray(end + END_OF_HEAD.length, whole);
    this.received = this.received.subarray(whole);
    const { waiting } = this;
    this.waiting = null;
    waiting?.resolve({ status: Number(head.slice(9, 12)), head, body });
  }
}
