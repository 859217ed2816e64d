import { Injectable } from '@nestjs/common';
import { Database } from '../../storage/database.js';
import { SecretKey } from './secret-key.js';
import { secondFactorsOf } from './second-factors.queries.js';
import { stepOfCode } from './totp-code.js';

const CLOCK = 'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS at';
const USE = `
  UPDATE second_factor SET last_step = $3, used_at = clock_timestamp()
  WHERE body_id = $1 AND id = $2 AND last_step < $3`;

/** Takes a code of somebody's app: by the real time, and each thirty seconds once. */
@Injectable()
export class ProveTotp {
  constructor(
    private readonly database: Database,
    private readonly key: SecretKey,
  ) {}

  async execute(bodyId: string, personId: string, code: string): Promise<boolean> {
    const proved = await this.database.change(bodyId, async (em) => {
      const { totp } = await secondFactorsOf(em, bodyId, personId);
      const secret = totp === null ? null : await this.key.open('totp', `${bodyId} ${personId}`, totp.sealedSecret);
      const [clock] = await em.query<{ at: string }[]>(CLOCK);
      if (totp === null || secret === null || clock === undefined) return false;
      const step = stepOfCode(secret, code, Number(clock.at));
      if (step === null || step <= totp.lastStep) return false;
      // Of two that come at once with the same code, one finds the step taken.
      const [, used] = await em.query<[unknown, number]>(USE, [bodyId, totp.id, step]);
      return used === 1;
    });
    return proved === true;
  }
}
