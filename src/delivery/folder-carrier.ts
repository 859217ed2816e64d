import { access, constants, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Carriage, Carrier, Mail } from './carrier.js';
import { asMime, readSender } from './mail/mime.js';
import { Reachability } from './reachability.js';

/** Keeps each mail as a file, for trying out and for the demo: `<id>.eml`, by its Message-ID. */
export class FolderCarrier implements Carrier {
  readonly reachability = new Reachability(() => this.openFolder());
  private readonly from: { readonly header: string };

  /** @param folder made when it is not there. */
  constructor(
    private readonly folder: string,
    from: string,
  ) {
    this.from = readSender(from);
  }

  /** A mail that is written twice, because a process died in between, is one file: it appears whole or not at all. */
  async carry(mail: Mail): Promise<Carriage> {
    try {
      const name = mail.messageId.replace(/^<|@.*$/g, '');
      const unfinished = join(this.folder, `.${name}.${String(process.pid)}`);
      await mkdir(this.folder, { recursive: true });
      await writeFile(unfinished, asMime(mail, this.from.header));
      await rename(unfinished, join(this.folder, `${name}.eml`));
      return { kind: 'accepted' };
    } catch (error) {
      const answer = troubleOf(error);
      this.reachability.report(answer);
      return { kind: 'unreachable', answer };
    }
  }

  async close(): Promise<void> {
    await this.reachability.close();
  }

  private async openFolder(): Promise<string | null> {
    try {
      await mkdir(this.folder, { recursive: true });
      await access(this.folder, constants.W_OK);
      return null;
    } catch (error) {
      return troubleOf(error);
    }
  }
}

function troubleOf(error: unknown): string {
  return `the folder for mails cannot be written: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`;
}
