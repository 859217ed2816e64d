import { Injectable } from '@nestjs/common';
import type { Refused } from '../engine/decision.js';
import type { RotationCommand } from '../engine/terms/rotation.js';
import type { IsoInstant } from '../engine/words.js';
import { Database, isRefused } from '../storage/database.js';
import { planOperation, type RotationPreview } from './plan-operation.js';

/** Shows what an operation on the rotation would do to terms, dates and people; changes nothing. */
@Injectable()
export class PreviewRotation {
  constructor(private readonly database: Database) {}

  /** Null when there is no such body; a refusal lists every gate that is not met. */
  async execute(bodyId: string, personId: string, command: RotationCommand): Promise<RotationPreview | Refused | null> {
    return this.database.read(bodyId, async (em) => {
      const [{ at }]: [{ at: IsoInstant }] = await em.query('SELECT iso_instant(gavel_now()) AS at');
      const planned = await planOperation(em, bodyId, personId, command, at);
      return planned === null || isRefused(planned) ? planned : planned.preview;
    });
  }
}
