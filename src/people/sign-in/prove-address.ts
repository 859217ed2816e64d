import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hashOfSession, isSessionSecret } from '../session-secret.js';
import { askOutside } from './ask-outside.js';
import { SecretKey } from './secret-key.js';
import { Tries, type TooMany } from './tries.js';

/** An address that somebody has shown to be theirs, and where they wanted to go. */
export interface ProvedAddress {
  readonly address: string;
  readonly next: string;
}

/** What a link is, for the browser that comes with it. */
export type LinkStanding = 'ready' | 'other_browser' | 'gone';

const OPEN = 'used_at IS NULL AND expires_at > clock_timestamp()';
const LOOK = `SELECT browser_hash AS "browserHash" FROM sign_in_link WHERE link_hash = $1 AND ${OPEN}`;
const USE_LINK = `
  WITH used AS (
    UPDATE sign_in_link SET used_at = clock_timestamp() WHERE link_hash = $1 AND browser_hash = $2 AND ${OPEN}
    RETURNING address, next)
  SELECT address, next FROM used`;

const NEWEST = `SELECT address FROM sign_in_link WHERE browser_hash = $1 AND ${OPEN} ORDER BY asked_at DESC LIMIT 1`;
const TRY_CODE = `
  WITH tried AS (
    UPDATE sign_in_link SET tries_left = tries_left - 1
    WHERE browser_hash = $1 AND tries_left > 0 AND ${OPEN}
    RETURNING id, code_hash)
  SELECT id, code_hash AS "codeHash" FROM tried`;
const USE_CODE = `
  WITH used AS (UPDATE sign_in_link SET used_at = clock_timestamp() WHERE id = $1 AND ${OPEN} RETURNING address, next)
  SELECT address, next FROM used`;

/** Takes the link or the code of a mail: each once, and only from the browser that asked for it. */
@Injectable()
export class ProveAddress {
  constructor(
    private readonly dataSource: DataSource,
    private readonly key: SecretKey,
    private readonly tries: Tries,
  ) {}

  /** What a link is, without touching it: mail programs open links before their readers do. */
  async look(link: string, browser: string | null): Promise<LinkStanding> {
    if (!isSessionSecret(link)) return 'gone';
    const [found] = await askOutside<{ browserHash: string }>(this.dataSource, LOOK, [hashOfSession(link)]);
    if (found === undefined) return 'gone';
    return browser !== null && hashOfSession(browser) === found.browserHash ? 'ready' : 'other_browser';
  }

  /** Uses a link up. Null when it is unknown, used, too old, or another browser's. */
  async byLink(link: string, browser: string): Promise<ProvedAddress | null> {
    const hashes = [hashOfSession(link), hashOfSession(browser)];
    const [used] = await askOutside<ProvedAddress>(this.dataSource, USE_LINK, hashes);
    return used ?? null;
  }

  /** The address for which this browser waits for a mail; null when it waits for none. */
  async awaited(browser: string): Promise<string | null> {
    const [found] = await askOutside<{ address: string }>(this.dataSource, NEWEST, [hashOfSession(browser)]);
    return found?.address ?? null;
  }

  /** Tries a code: the same happens for an address that nobody has. Null when it is not right, or no more may be tried. */
  async byCode(code: string, browser: string, ip: string): Promise<ProvedAddress | TooMany | null> {
    const address = await this.awaited(browser);
    if (address === null) return null;
    const noted = await this.tries.noteBoth('proof', address, ip);
    if ('wait' in noted) return noted;
    const hash = hashOfSession(browser);
    const [tried] = await askOutside<{ id: string; codeHash: string }>(this.dataSource, TRY_CODE, [hash]);
    if (tried === undefined) return null;
    const digest = await this.key.digest('mail-code', `${tried.id} ${code}`);
    if (!timingSafeEqual(Buffer.from(digest), Buffer.from(tried.codeHash))) return null;
    const [used] = await askOutside<ProvedAddress>(this.dataSource, USE_CODE, [tried.id]);
    if (used !== undefined) await noted.giveBack();
    return used ?? null;
  }
}
