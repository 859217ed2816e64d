import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Environment } from '../../config/environment.js';
import { readMailFile, type KeptMail } from './mail-file.js';

const ENDING = '.eml';
const ID = /^[\w-]{1,80}$/;

/** Every mail that a demo has sent. None in a database that no demo made, whatever started this process. */
@Injectable()
export class Mailbox {
  /** A file is written once and never changed. */
  private readonly read = new Map<string, KeptMail | null>();

  constructor(
    private readonly environment: Environment,
    private readonly dataSource: DataSource,
  ) {}

  /** The newest first. Null where this is no demo. */
  async list(): Promise<readonly KeptMail[] | null> {
    const [installation]: { kind: string }[] = await this.dataSource.query('SELECT kind FROM installation');
    if (installation?.kind !== 'demo') return null;
    const names = await readdir(this.environment.mailDirectory).catch(() => []);
    const ids = names.filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length));
    const mails = await Promise.all(ids.filter((id) => ID.test(id)).map((id) => this.find(id)));
    // The ids begin with the real time at which they were made.
    const order = ({ at, id }: KeptMail): string => `${at} ${id}`;
    return mails.filter((mail) => mail !== null).sort((one, other) => order(other).localeCompare(order(one)));
  }

  /** The whole file as it would have gone over the wire. */
  async file({ id }: KeptMail): Promise<Buffer> {
    return readFile(join(this.environment.mailDirectory, `${id}${ENDING}`));
  }

  private async find(id: string): Promise<KeptMail | null> {
    const known = this.read.get(id);
    if (known !== undefined) return known;
    const content = await readFile(join(this.environment.mailDirectory, `${id}${ENDING}`), 'utf8').catch(() => '');
    const mail = readMailFile(id, content);
    this.read.set(id, mail);
    return mail;
  }
}
