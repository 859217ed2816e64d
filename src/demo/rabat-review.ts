import { moveSection, remarkOn } from './review-scenes.js';
import { on } from './scenes.js';
import type { Scene } from './story.js';

const LISBON = 'Europe/Lisbon';
const RABAT = 'Africa/Casablanca';
const VIENNA = 'Europe/Vienna';

const MANDATE = {
  summary:
    'The letters between the two chairs, the calendar of the handover and the rules of the Steering Committee as they stand. Portugal was designated by the partners in Rabat.',
  needs: 'Name the people who sit in the Steering Committee, and tell the Secretariat by when.',
} as const;

const MISSING = 'The note on the Steering Committee does not say who may call a meeting between two sessions.';

/** How the first sections of the pack are reviewed, from Morocco to Portugal; the rest follows at the meeting. */
export function rabatReview(handoverId: string): readonly Scene[] {
  return [
    {
      ...on('2024-01-08', '16:00', VIENNA),
      run: (stage) => moveSection(stage, 'sec-officer', handoverId, 'GOV', { move: 'present', ...MANDATE }),
    },
    {
      ...on('2024-01-09', '10:30', RABAT),
      run: (stage) =>
        moveSection(stage, 'ma-delegate', handoverId, 'AFT', {
          move: 'present',
          summary: 'What is left to do after the chair has passed, with an owner and a date for each.',
          needs: 'Keep a place for the aftercare in the first meeting of the new term.',
        }),
    },
    {
      ...on('2024-01-10', '11:00', LISBON),
      run: async (stage) => {
        await moveSection(stage, 'pt-delegate', handoverId, 'GOV', { move: 'return', reason: MISSING });
        await stage.pause();
        await moveSection(stage, 'pt-delegate', handoverId, 'AFT', { move: 'accept' });
        await stage.pause();
        await moveSection(stage, 'ma-lead', handoverId, 'AFT', { move: 'accept' });
      },
    },
    {
      ...on('2024-01-11', '15:00', VIENNA),
      run: async (stage) => {
        await remarkOn(stage, 'sec-officer', handoverId, 'GOV', {
          text: 'Either chair may, with two weeks’ notice; the summary says so now.',
          mentions: ['pt-delegate'],
        });
        await stage.pause();
        const summary = `${MANDATE.summary} Either chair may call a meeting between two sessions, with two weeks’ notice.`;
        await moveSection(stage, 'sec-officer', handoverId, 'GOV', { move: 'present', ...MANDATE, summary });
      },
    },
    {
      ...on('2024-01-15', '11:30', LISBON),
      run: (stage) =>
        moveSection(stage, 'pt-lead', handoverId, 'GOV', {
          move: 'accept_with_reservation',
          reservation: 'Portugal will propose a shorter notice for meetings that are held online.',
          followUp: { owner: 'incoming', dueOn: '2024-04-15' },
        }),
    },
  ];
}
