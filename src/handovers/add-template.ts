import { Injectable } from '@nestjs/common';
import { writeAccount } from '../audit/account.js';
import type { Refused } from '../engine/decision.js';
import type { Template } from '../engine/tasks/template.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import { TemplateRow } from './handovers.entity.js';

export interface TemplateReceipt {
  readonly id: string;
  readonly version: string;
  readonly items: number;
}

/** Adds a version of a template. A version never changes once it is there: handovers were made from it. */
@Injectable()
export class AddTemplate {
  constructor(private readonly database: Database) {}

  /** @param template checked by `templateProblems`. Null when there is no such body. */
  async execute(bodyId: string, personId: string, template: Template): Promise<TemplateReceipt | Refused | null> {
    const { id, version } = template.template;
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      await em.insert(TemplateRow, { bodyId, id, version, content: template, addedAt: new Date(locked.at) });
      const facts = { version, sections: template.sections.length, tasks: template.items.length };
      const happening = { action: 'template.added', subject: `template:${id}`, facts };
      writeAccount(em, locked, { actorId: personId, happenings: [happening], owed: [] });
      return { id, version, items: template.items.length };
    });
  }
}
