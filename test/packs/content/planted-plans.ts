import { AddMeeting, type NewMeeting } from '../../../src/handovers/add-meeting.js';
import { AddPlans, type NewPlans } from '../../../src/packs/content/add-plans.js';
import type { TestApp } from '../../support/app.js';
import { must, RABAT } from '../../support/rabat.js';
import { readProjectFile } from '../../support/project-file.js';

/** What the Rabat Process means to do, as the file of the body has it. */
export const RABAT_PLANS = JSON.parse(readProjectFile('config/bodies/rabat-process.json')) as NewPlans & {
  readonly meetings: readonly NewMeeting[];
};

/** Gives the body its action plan, what the term of Morocco did for it, and the programme of Portugal. */
export async function plantPlans(app: TestApp): Promise<void> {
  const { actionPlans, programmes, results, meetings } = RABAT_PLANS;
  const done = results.filter(({ termId }) => termId === '2022-ma');
  const named = new Set(done.map(({ meetingId }) => meetingId));
  for (const meeting of meetings.filter(({ id }) => named.has(id))) {
    must(await app.app.get(AddMeeting).execute(RABAT, 'sec', meeting));
  }
  const plans = { actionPlans, programmes: programmes.filter(({ termId }) => termId === '2024-pt'), results: done };
  must(await app.app.get(AddPlans).execute(RABAT, 'sec', plans));
}
