import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askOutside } from './ask-outside.js';
import { SecretKey } from './secret-key.js';

/**
 * How often something may be tried, in how many minutes (OWASP ASVS 6.3.1): proofs by one account and mails to one
 * address; and both from one IP address, behind which a whole ministry may sit.
 */
const LIMITS = {
  proof: { most: 5, minutes: 15 },
  mail: { most: 3, minutes: 60 },
  'proof-from': { most: 100, minutes: 15 },
  'mail-from': { most: 100, minutes: 60 },
} as const;

export type TryKind = keyof typeof LIMITS;

/** A try that is counted; one that went well is given back. */
export interface CountedTry {
  giveBack(): Promise<void>;
}

/** There were too many; `wait` is how many seconds there is no room for another. */
export interface TooMany {
  readonly wait: number;
}

interface Noted {
  readonly id: string | null;
  readonly wait: number;
}

const NOTE = 'SELECT try_id AS id, wait FROM note_try($1, $2, $3, make_interval(mins => $4))';
const GIVE_BACK = 'WITH given AS (DELETE FROM sign_in_try WHERE id = $1 RETURNING id) SELECT id FROM given';

/** Counts tries in the database, for all processes together and across restarts. */
@Injectable()
export class Tries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly key: SecretKey,
  ) {}

  /** Counted before the try is looked at, so that a hundred at once are no more than five. @param who is kept as a digest. */
  async note(kind: TryKind, who: string): Promise<CountedTry | TooMany> {
    const { most, minutes } = LIMITS[kind];
    const digest = await this.key.digest('tries', who);
    const [noted] = await askOutside<Noted>(this.dataSource, NOTE, [kind, digest, most, minutes]);
    if (noted === undefined) throw new Error('note_try gives a row');
    const { id, wait } = noted;
    if (id === null) return { wait };
    return {
      giveBack: async () => {
        await askOutside(this.dataSource, GIVE_BACK, [id]);
      },
    };
  }

  /** Both of one account and from one IP address. */
  async noteBoth(kind: 'proof' | 'mail', who: string, ip: string): Promise<CountedTry | TooMany> {
    const from = await this.note(`${kind}-from`, ip);
    if ('wait' in from) return from;
    const own = await this.note(kind, who);
    if ('wait' in own) return own;
    return {
      giveBack: async () => {
        await own.giveBack();
        await from.giveBack();
      },
    };
  }
}
