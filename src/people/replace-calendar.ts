import { Injectable } from '@nestjs/common';
import type { CalendarDefinition, HolidayRule } from '../engine/time/calendar.js';
import type { Refused } from '../engine/decision.js';
import { canonical } from '../engine/account/record.js';
import type { Fact, Facts } from '../engine/words.js';
import { BODY_STREAM, Database } from '../storage/database.js';
import type { Caller } from './caller.js';
import { CalendarRow } from './people.entity.js';
import { staleVersion } from './stale-version.js';
import { tell, type Receipt } from './tell.js';

/** Replaces the definition of a calendar whole. It moves no date by itself: that is for re-planning, which shows first. */
@Injectable()
export class ReplaceCalendar {
  constructor(private readonly database: Database) {}

  /**
   * Null when there is no such calendar.
   * @param definition one that `calendarProblems` found nothing wrong with; its id says which calendar.
   */
  async execute(
    { bodyId, personId }: Caller,
    expectedVersion: number,
    definition: CalendarDefinition,
  ): Promise<Receipt | Refused | null> {
    const { id } = definition;
    return this.database.changeInTurn(bodyId, BODY_STREAM, async (em, locked) => {
      const calendar = await em.findOneBy(CalendarRow, { bodyId, id });
      if (calendar === null) return null;
      const stale = staleVersion(expectedVersion, calendar.version);
      if (stale !== null) return stale;
      const version = calendar.version + 1;
      await em.update(CalendarRow, { bodyId, id, version: calendar.version }, { definition, version });
      const facts = differences(calendar.definition, definition);
      return tell(
        em,
        locked,
        personId,
        { id, version },
        { action: 'calendar.changed', subject: `calendar:${id}`, facts },
      );
    });
  }
}

/** What the account tells: which holiday rules came and went, and what else is not as it was. */
function differences(before: CalendarDefinition, after: CalendarDefinition): Facts {
  const parts = ['name', 'zone', 'weekend', 'officeHours', 'sources'] as const;
  return {
    holidaysAdded: namesNotIn(after.holidays, before.holidays),
    holidaysRemoved: namesNotIn(before.holidays, after.holidays),
    changed: parts.filter((part) => written(before[part]) !== written(after[part])),
  };
}

function namesNotIn(rules: readonly HolidayRule[], others: readonly HolidayRule[]): readonly string[] {
  const known = new Set(others.map(written));
  return rules.filter((rule) => !known.has(written(rule))).map((rule) => rule.name);
}

/** In one form, since the database keeps the keys of an object in an order of its own. */
function written(value: unknown): string {
  return canonical(JSON.parse(JSON.stringify(value)) as Fact);
}
