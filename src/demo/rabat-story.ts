import { closeFile } from './archive-scenes.js';
import { rabatAssets } from './asset-scenes.js';
import { RABAT_CONDUCT } from './rabat-conduct.js';
import type { Absence } from './cast.js';
import { knownOn } from './known-on.js';
import { rabatReview } from './rabat-review.js';
import { reviewRest } from './review-scenes.js';
import { changeMeeting, makeHandover, nameStandIn, on, SECRETARIAT, settleOnTheDay, taskOf } from './scenes.js';
import type { Scene, Story } from './story.js';

/** The zone of the capital from which the demo is told. */
export const RABAT_ZONE = 'Africa/Casablanca';

/** The handover from Morocco to Portugal. */
export const RABAT_HANDOVER = '2024-pt';

/** Where the demo begins: 12 January 2024, 09:00 in Rabat. */
export const DEMO_BEGINS = '2024-01-12T08:00:00.000Z';

const RABAT = 'Africa/Casablanca';
const LISBON = 'Europe/Lisbon';
const VIENNA = 'Europe/Vienna';

const YEAR_END: Absence = { personId: 'ma-lead', standInId: 'ma-delegate', from: '2023-12-18', until: '2024-01-02' };
/** One day on which somebody of the secretariat speaks for Portugal too, and so can accept nothing that either submitted. */
const BOTH_SIDES: Absence = { personId: 'pt-lead', standInId: 'sec-officer', from: '2023-12-22', until: '2023-12-23' };

const DECREE = 'Decree 2.23.688, adopted by the council of government on 23 November 2023, amending decree 2.77.169';

const planning: readonly Scene[] = [
  {
    ...on('2023-10-02', '09:30', VIENNA),
    run: (stage) =>
      makeHandover(stage, {
        id: RABAT_HANDOVER,
        title: 'Morocco to Portugal, Rabat 2024',
        outgoingTermId: '2022-ma',
        incomingTermId: '2024-pt',
        meetingId: 'som-2024-rabat',
        templateId: 'rabat-som-handover',
        templateVersion: '1.0.0',
      }),
  },
  {
    ...on('2023-10-03', '15:30', RABAT),
    run: async (stage) => {
      const task = await taskOf(stage, RABAT_HANDOVER, 'GOV-01');
      await stage.task('ma-delegate', RABAT_HANDOVER, task, { move: 'start' });
      await stage.comment('ma-delegate', RABAT_HANDOVER, task, 'The letter of 2 October names the day as well.');
    },
  },
  {
    ...on('2023-10-10', '11:00', LISBON),
    run: async (stage) => {
      const task = await taskOf(stage, RABAT_HANDOVER, 'PRG-01');
      const command = { move: 'reassign', personId: 'pt-delegate-2' } as const;
      await stage.task('pt-lead', RABAT_HANDOVER, task, command);
    },
  },
  {
    ...on('2023-11-24', '10:30', RABAT),
    run: async (stage) => {
      const words = '14 January becomes a public holiday in Morocco';
      const holiday = { kind: 'holiday', calendarId: 'MA', date: '2024-01-14', name: 'Amazigh New Year' } as const;
      const preview = await stage.preview(SECRETARIAT, { ...holiday, provisional: false }, words);
      await stage.pause();
      await stage.apply('sec-officer', preview, words, DECREE);
      stage.note('14 January 2024 is a Sunday: whoever counts working days loses none this year');
    },
  },
];

const absences: readonly Scene[] = [
  {
    ...on('2023-12-14', '16:00', RABAT),
    run: (stage) => nameStandIn(stage, YEAR_END, 'leave at the end of the year'),
  },
  {
    ...on('2023-12-18', '16:00', LISBON),
    run: (stage) => nameStandIn(stage, BOTH_SIDES, 'a mission, with all of the team'),
  },
  {
    ...on('2023-12-22', '11:30', VIENNA),
    run: async (stage) => {
      await stage.task('sec-officer', RABAT_HANDOVER, await taskOf(stage, RABAT_HANDOVER, 'PRG-02'), {
        move: 'accept',
      });
    },
  },
];

const meeting: readonly Scene[] = [
  {
    ...on('2024-01-17', '15:00', VIENNA),
    run: (stage) => stage.handover(SECRETARIAT, RABAT_HANDOVER, { move: 'freeze' }),
  },
  {
    ...on('2024-01-31', '16:00', RABAT),
    run: async (stage) => {
      await stage.task('ma-lead', RABAT_HANDOVER, await taskOf(stage, RABAT_HANDOVER, 'PRO-04'), { move: 'start' });
      await stage.pause();
      await reviewRest(stage, RABAT_HANDOVER, 'ma-delegate', 'pt-delegate');
      await stage.handover(SECRETARIAT, RABAT_HANDOVER, { move: 'freeze' });
      await stage.pause();
      await stage.sign('ma-delegate', RABAT_HANDOVER, 'Chef de division');
      await stage.pause();
      await stage.handover(SECRETARIAT, RABAT_HANDOVER, { move: 'effect', way: 'meeting' });
    },
  },
  {
    ...on('2024-02-01', '10:00', RABAT),
    run: (stage) => stage.sign('ma-lead', RABAT_HANDOVER, 'Directeur de la migration'),
  },
  {
    ...on('2024-02-01', '10:15', RABAT),
    run: (stage) => stage.sign('pt-lead', RABAT_HANDOVER, 'Diretora-Geral'),
  },
  {
    ...on('2024-02-01', '10:30', RABAT),
    run: (stage) => settleOnTheDay(stage, RABAT_HANDOVER, 'PRO-04', 'ma-lead', 'sec-officer'),
  },
  {
    ...on('2024-02-01', '11:00', RABAT),
    run: async (stage) => {
      await stage.handover(SECRETARIAT, RABAT_HANDOVER, { move: 'effect', way: 'meeting' });
      await stage.pause();
      await changeMeeting(stage, 'som-2024-rabat', { status: 'held' }, 'notes that the meeting in Rabat was held');
    },
  },
];

/** What Portugal took on from the handover is done in its own term. */
const commitment: Scene = {
  ...on('2024-02-27', '15:00', LISBON),
  run: async (stage) => {
    const task = await taskOf(stage, RABAT_HANDOVER, 'OPN-03');
    const reason = 'Both letters are answered, and the answers are filed.';
    await stage.task('pt-delegate', RABAT_HANDOVER, task, { move: 'fulfil', reason });
  },
};

const closing: Scene = {
  ...on('2024-07-31', '15:00', VIENNA),
  run: (stage) => closeFile(stage, RABAT_HANDOVER),
};

/** From the planning in October 2023 to the closing of the file in July 2024. */
export const rabatStory: Story = {
  title: 'Morocco hands the chair of the Rabat Process to Portugal, 2023 to 2024',
  bodyId: 'rabat-process',
  begins: '2023-10-02T07:00:00.000Z',
  ends: '2024-08-02',
  asKnown: (documents) => knownOn('2023-10-02', documents),
  absences: [YEAR_END, BOTH_SIDES],
  scenes: [
    ...planning,
    ...absences,
    ...rabatAssets(RABAT_HANDOVER),
    ...rabatReview(RABAT_HANDOVER),
    ...meeting,
    commitment,
    closing,
  ],
  handovers: [{ id: RABAT_HANDOVER, conduct: RABAT_CONDUCT }],
};
