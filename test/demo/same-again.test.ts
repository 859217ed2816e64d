import { expect, test } from '@jest/globals';
import { play } from '../../src/demo/play.js';
import { rabatStory } from '../../src/demo/rabat-story.js';
import { openTheatre } from './theatre.js';

/** The first weeks, with everything in them: work, reviews, refusals, reminders. */
const FIRST_WEEKS = { ...rabatStory, ends: '2023-11-17' };

async function linesOf(): Promise<string[]> {
  const place = await openTheatre();
  const lines: string[] = [];
  await play(FIRST_WEEKS, place, (line) => lines.push(line)).finally(() => place.release());
  return lines;
}

test('a story is told in the same words every time', async () => {
  const first = await linesOf();
  expect(first.length).toBeGreaterThan(40);
  expect(await linesOf()).toEqual(first);
}, 120_000);
