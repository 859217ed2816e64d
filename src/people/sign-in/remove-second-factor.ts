import { Inject, Injectable } from '@nestjs/common';
import { BODY_STREAM, Database, isRefused } from '../../storage/database.js';
import { tellOfFactor } from './factor-account.js';
import type { PersonOfAddress } from './find-people-of.js';
import { newRecoveryCodes, removeRecoveryCodes, replaceRecoveryCodes } from './recovery-codes.js';
import { hasSecondFactor, secondFactorsOf } from './second-factors.queries.js';
import { SIGN_IN_POST, type SignInPost } from './sign-in-post.js';

const REMOVE = 'DELETE FROM second_factor WHERE body_id = $1 AND id = $2 AND person_id = $3';
const REMOVE_ALL = 'DELETE FROM second_factor WHERE body_id = $1 AND person_id = $2';
const END_HALVES = 'DELETE FROM half_session WHERE body_id = $1 AND person_id = $2';
const END_SESSIONS = `
  UPDATE session SET ended_at = clock_timestamp(), version = version + 1
  WHERE body_id = $1 AND person_id = $2 AND ended_at IS NULL`;

/** What became of the wish to remove a factor. */
export type Removal = 'removed' | 'unknown' | 'last';

/** Changes what a person has to prove themselves with: one's own, or, when it is lost, anyone's for the secretariat. */
@Injectable()
export class RemoveSecondFactor {
  constructor(
    private readonly database: Database,
    @Inject(SIGN_IN_POST) private readonly post: SignInPost,
  ) {}

  /** Removes one's own passkey or app. The last one stays: whoever has none would be let in by a mail alone. */
  async one(person: PersonOfAddress, id: string): Promise<Removal> {
    const { bodyId, personId } = person;
    const removal = await this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked): Promise<Removal> => {
      const { passkeys, totp } = await secondFactorsOf(em, bodyId, personId);
      const all = [...passkeys, ...(totp === null ? [] : [totp])];
      const factor = all.find((each) => each.id === id);
      if (factor === undefined) return 'unknown';
      if (all.length === 1) return 'last';
      await em.query(REMOVE, [bodyId, id, personId]);
      tellOfFactor(em, locked, personId, personId, 'second_factor.removed', { id, kind: factor.kind });
      return 'removed';
    });
    if (removal === null || isRefused(removal)) return 'unknown';
    if (removal === 'removed') void this.post.tell(person, 'removed');
    return removal;
  }

  /** New recovery codes in the place of the old ones; null for whoever has no second factor. */
  async newCodes(person: PersonOfAddress): Promise<readonly string[] | null> {
    const { bodyId, personId } = person;
    const made = await newRecoveryCodes();
    const done = await this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      if (!hasSecondFactor(await secondFactorsOf(em, bodyId, personId))) return false;
      await replaceRecoveryCodes(em, bodyId, personId, made);
      tellOfFactor(em, locked, personId, personId, 'recovery_code.made', {});
      return true;
    });
    if (done !== true) return null;
    void this.post.tell(person, 'recovery_made');
    return made.codes;
  }

  /**
   * Removes everything somebody had to prove themselves with, because it is lost: all their sessions end, and at the next
   * sign-in they set up another. @param actorId who of the secretariat did it.
   */
  async all(person: PersonOfAddress, actorId: string): Promise<boolean> {
    const { bodyId, personId } = person;
    const done = await this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      await em.query(REMOVE_ALL, [bodyId, personId]);
      await removeRecoveryCodes(em, bodyId, personId);
      await em.query(END_HALVES, [bodyId, personId]);
      await em.query(END_SESSIONS, [bodyId, personId]);
      tellOfFactor(em, locked, actorId, personId, 'second_factor.reset', {});
      return true;
    });
    if (done !== true) return false;
    void this.post.tell(person, 'reset');
    return true;
  }
}
