import { createConnection, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A line to a database that can be cut and mended, as a network can. */
export class Line {
  private readonly ends = new Set<Socket>();
  private isCut = false;

  private constructor(private readonly server: Server) {}

  /** @param url of the database; `url` of the line is the same with another place. */
  static async to(url: string): Promise<{ line: Line; url: string }> {
    const target = new URL(url);
    const server = createServer();
    const line = new Line(server);
    server.on('connection', (near) => {
      line.connect(near, Number(target.port), target.hostname);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const through = new URL(url);
    through.hostname = '127.0.0.1';
    through.port = String((server.address() as AddressInfo).port);
    return { line, url: through.href };
  }

  /** Everything that runs over the line breaks off, and nothing new gets through. */
  cut(): void {
    this.isCut = true;
    for (const end of this.ends) end.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private connect(near: Socket, port: number, host: string): void {
    if (this.isCut) {
      near.destroy();
      return;
    }
    const far = createConnection({ port, host });
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.ends.add(end);
      end.on('error', () => other.destroy());
      end.on('close', () => {
        this.ends.delete(end);
        other.destroy();
      });
      end.pipe(other);
    }
  }
}
