import { Inject, Injectable } from '@nestjs/common';
import { BODY_STREAM, Database } from '../../storage/database.js';
import { tellOfFactor } from './factor-account.js';
import type { PersonOfAddress } from './find-people-of.js';
import { findRecoveryCode, useUpRecoveryCode } from './recovery-codes.js';
import { SIGN_IN_POST, type SignInPost } from './sign-in-post.js';

/** Takes a recovery code: each once. Its person is told by mail, for it may have been somebody else. */
@Injectable()
export class ProveRecovery {
  constructor(
    private readonly database: Database,
    @Inject(SIGN_IN_POST) private readonly post: SignInPost,
  ) {}

  async execute(person: PersonOfAddress, code: string): Promise<boolean> {
    const { bodyId, personId } = person;
    const hash = await this.database.read(bodyId, (em) => findRecoveryCode(em, bodyId, personId, code));
    if (hash === null) return false;
    const used = await this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      if (!(await useUpRecoveryCode(em, bodyId, personId, hash))) return false;
      tellOfFactor(em, locked, personId, personId, 'recovery_code.used', {});
      return true;
    });
    if (used !== true) return false;
    void this.post.tell(person, 'recovery_used');
    return true;
  }
}
