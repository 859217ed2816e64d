import type { INestApplicationContext } from '@nestjs/common';
import type { BodyDocuments } from '../commands/body-file.js';
import { ImportBody } from '../commands/import-body.js';
import { readOwnBody } from '../commands/read-document.js';
import { Cast } from './cast.js';
import { DemoClock } from './demo-clock.js';
import { Stage } from './stage.js';
import type { Story } from './story.js';

/** Sets a stage: the clock at the beginning of the story, and the body as it was known then. */
export async function openStage(
  context: INestApplicationContext,
  story: Story,
  tell: (line: string) => void,
): Promise<Stage> {
  const documents = await documentsOf(story);
  await context.get(DemoClock, { strict: false }).moveTo(story.begins);
  await context.get(ImportBody, { strict: false }).execute(documents);
  return new Stage(story.bodyId, new Cast(documents, story.absences), context, tell);
}

async function documentsOf(story: Story): Promise<BodyDocuments> {
  return story.asKnown(await readOwnBody(story.bodyId, story.begins.slice(0, 10)));
}
