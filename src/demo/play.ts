import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { MailWorkModule } from '../delivery/mail-work.module.js';
import { PackWorkModule } from '../delivery/pack-work.module.js';
import { addDays } from '../engine/time/days.js';
import { NestLog, openLog } from '../health/log.js';
import { DemoModule } from './demo.module.js';
import type { DemoPlace } from './demo-place.js';
import { openStage } from './open-stage.js';
import type { Story } from './story.js';
import { sumUp, type PlaySummary } from './summary.js';
import { Workdays } from './workdays.js';

/** Plays a story from its beginning to its end, in a fresh database. @param tell takes each line of what happens. */
export async function play(story: Story, place: DemoPlace, tell: (line: string) => void): Promise<PlaySummary> {
  const context = await openContext(place);
  try {
    const stage = await openStage(context, story, tell);
    await new Workdays(stage, story).play(`${addDays(story.ends, 1)}T00:00:00.000Z`);
    return await sumUp(stage, story, place);
  } finally {
    await context.close();
  }
}

/** Whether everything ended as it should: every handover closed, each with an archive, and every rule kept. */
export function isWellEnded({ handovers, archives, report }: PlaySummary): boolean {
  const isArchived = (id: string): boolean => archives.some(({ handoverId }) => handoverId === id);
  const isEnded = handovers.every(({ id, state }) => state === 'closed' && isArchived(id));
  return report.ok && handovers.length > 0 && isEnded;
}

/** The whole application with its worker, without a door. */
async function openContext(place: DemoPlace): Promise<INestApplicationContext> {
  const { environment, databaseUrl } = place;
  // What goes wrong with mail is found in the ledger; whoever ends a play early breaks connections on purpose.
  const log = openLog('error', process.stderr);
  const storage = { databaseUrl, poolSize: environment.databasePool, onIdleError: () => undefined };
  const work = [MailWorkModule.for({ ...environment, databaseUrl }), PackWorkModule.for(environment)];
  const root = AppModule.for(environment, storage, [...work, DemoModule]);
  return NestFactory.createApplicationContext(root, { logger: new NestLog(log), abortOnError: false });
}
