import { closeFile } from './archive-scenes.js';
import { asPlannedIn2020 } from './as-planned-2020.js';
import { MALABO_CONDUCT, REMOTE_CONDUCT } from './postponed-conduct.js';
import { reviewRest } from './review-scenes.js';
import {
  changeMeeting,
  makeHandover,
  movePassage,
  on,
  SECRETARIAT,
  settleOnTheDay,
  taskOf,
  waiveAll,
} from './scenes.js';
import type { Scene, Story } from './story.js';

/** France to Equatorial Guinea, and Equatorial Guinea to Spain. */
const REMOTE_HANDOVER = '2020-gq';
const MALABO_HANDOVER = '2021-es';

const PARIS = 'Europe/Paris';
const MALABO = 'Africa/Malabo';
const MADRID = 'Europe/Madrid';
const VIENNA = 'Europe/Vienna';

const TEMPLATE = { templateId: 'rabat-som-handover', templateVersion: '1.0.0' };
const PANDEMIC = 'The pandemic: nobody can travel to Paris in October';
const NEWS = 'News of the secretariat: the meeting in Paris is moved to 20 and 21 April 2021';
const REMOTELY =
  'Decision of December 2020: the chair passes on 7 December, remotely; a video statement replaces the ceremony';
const SLIPPED = 'The meeting in Malabo cannot be held in July; it is held there, and online, on 17 and 18 November';

const parisMoves: readonly Scene[] = [
  {
    ...on('2020-06-15', '10:00', VIENNA),
    run: (stage) =>
      makeHandover(stage, {
        id: REMOTE_HANDOVER,
        title: 'France to Equatorial Guinea',
        outgoingTermId: '2019-fr',
        incomingTermId: '2020-gq',
        meetingId: 'som-2020-paris',
        ...TEMPLATE,
      }),
  },
  {
    ...on('2020-09-14', '11:00', VIENNA),
    run: async (stage) => {
      const words = 'the meeting in Paris is postponed, without a new date';
      const without = { kind: 'meeting', meetingId: 'som-2020-paris', startsOn: null, endsOn: null } as const;
      const preview = await stage.preview(SECRETARIAT, { ...without, keepHandoverDate: false }, words);
      // While one of them thinks about it another settles a task, and what was looked at is no longer so.
      await stage.pause();
      const reason = 'There will be no side event in a year without travel.';
      const sideEvent = await taskOf(stage, REMOTE_HANDOVER, 'SOM-06');
      await stage.task('sec-officer-2', REMOTE_HANDOVER, sideEvent, { move: 'waive', reason });
      await stage.pause();
      if ((await stage.apply(SECRETARIAT, preview, words, PANDEMIC)) !== null) return;
      const again = await stage.preview(SECRETARIAT, preview.change, words);
      await stage.pause();
      await stage.apply(SECRETARIAT, again, words, PANDEMIC);
    },
  },
  {
    ...on('2020-10-12', '11:00', VIENNA),
    run: async (stage) => {
      const words = 'the meeting in Paris is on 20 and 21 April 2021';
      const dates = { startsOn: '2021-04-20', endsOn: '2021-04-21', keepHandoverDate: false } as const;
      const preview = await stage.preview(
        SECRETARIAT,
        { kind: 'meeting', meetingId: 'som-2020-paris', ...dates },
        words,
      );
      await stage.pause();
      await stage.apply(SECRETARIAT, preview, words, NEWS);
      await stage.pause();
      await movePassage(stage, '2020-gq', '2021-04-21', NEWS);
    },
  },
];

const remotely: readonly Scene[] = [
  {
    ...on('2020-11-09', '11:00', VIENNA),
    run: async (stage) => {
      const words = 'the chair passes on 7 December 2020, whatever becomes of the meeting';
      const dates = { handoverDate: '2020-12-07', termStart: '2020-12-07' } as const;
      const change = { kind: 'effect_date', handoverId: REMOTE_HANDOVER, ...dates } as const;
      const preview = await stage.preview(SECRETARIAT, change, words);
      await stage.pause();
      await stage.apply(SECRETARIAT, preview, words, REMOTELY);
      await stage.pause();
      await movePassage(stage, '2020-gq', '2020-12-07', REMOTELY);
    },
  },
  {
    ...on('2020-12-03', '15:30', VIENNA),
    run: async (stage) => {
      await reviewRest(stage, REMOTE_HANDOVER, 'fr-delegate', 'gq-delegate');
      await stage.handover(SECRETARIAT, REMOTE_HANDOVER, { move: 'freeze' });
    },
  },
  {
    ...on('2020-12-04', '10:00', PARIS),
    run: async (stage) => {
      await stage.sign('fr-lead', REMOTE_HANDOVER, 'Directeur de la coopération');
      await stage.pause();
      await stage.sign('gq-lead', REMOTE_HANDOVER, 'Director General for Multilateral Affairs');
    },
  },
  {
    ...on('2020-12-07', '11:00', VIENNA),
    run: async (stage) => {
      await stage.handover(SECRETARIAT, REMOTE_HANDOVER, { move: 'effect', way: 'remote' });
      await stage.pause();
      const withoutCeremony = { reference: REMOTELY };
      await stage.handover(SECRETARIAT, REMOTE_HANDOVER, { move: 'effect', way: 'remote', withoutCeremony });
      await stage.pause();
      const signing = await taskOf(stage, REMOTE_HANDOVER, 'PRO-04');
      const reason = 'No paper was signed at a ceremony: a video statement replaced it.';
      await stage.task('sec-officer', REMOTE_HANDOVER, signing, { move: 'waive', reason });
    },
  },
  {
    ...on('2021-02-15', '11:00', VIENNA),
    run: async (stage) => {
      await changeMeeting(
        stage,
        'som-2020-paris',
        { status: 'not_held' },
        'notes that the meeting in Paris is not held',
      );
      await stage.pause();
      const reason = 'The meeting in Paris is not held, and the chair has passed.';
      await waiveAll(stage, REMOTE_HANDOVER, ({ anchor }) => anchor.startsWith('MEETING_'), reason);
    },
  },
  {
    ...on('2021-06-15', '11:00', VIENNA),
    run: (stage) => closeFile(stage, REMOTE_HANDOVER),
  },
];

const malabo: readonly Scene[] = [
  {
    ...on('2021-03-10', '11:00', VIENNA),
    run: (stage) =>
      makeHandover(stage, {
        id: MALABO_HANDOVER,
        title: 'Equatorial Guinea to Spain',
        outgoingTermId: '2020-gq',
        incomingTermId: '2021-es',
        meetingId: 'som-2021-malabo',
        ...TEMPLATE,
      }),
  },
  {
    ...on('2021-06-10', '11:00', VIENNA),
    run: async (stage) => {
      const words = 'the meeting in Malabo is on 17 and 18 November 2021';
      const dates = { startsOn: '2021-11-17', endsOn: '2021-11-18', keepHandoverDate: false } as const;
      const preview = await stage.preview(
        SECRETARIAT,
        { kind: 'meeting', meetingId: 'som-2021-malabo', ...dates },
        words,
      );
      await stage.pause();
      await stage.apply(SECRETARIAT, preview, words, SLIPPED);
      await stage.pause();
      await changeMeeting(stage, 'som-2021-malabo', { format: 'hybrid' }, 'notes that the meeting in Malabo is hybrid');
      await stage.pause();
      await movePassage(stage, '2021-es', '2021-11-18', SLIPPED);
    },
  },
  {
    ...on('2021-11-17', '16:00', MALABO),
    run: async (stage) => {
      await reviewRest(stage, MALABO_HANDOVER, 'gq-delegate', 'es-delegate');
      await stage.handover(SECRETARIAT, MALABO_HANDOVER, { move: 'freeze' });
    },
  },
  {
    ...on('2021-11-18', '10:00', MALABO),
    run: async (stage) => {
      await stage.sign('gq-lead', MALABO_HANDOVER, 'Director General for Multilateral Affairs');
      await stage.pause();
      await stage.sign('es-lead', MALABO_HANDOVER, 'Director General for Migration');
      await stage.pause();
      await settleOnTheDay(stage, MALABO_HANDOVER, 'PRO-04', 'gq-lead', 'sec-officer');
      await stage.pause();
      await stage.handover(SECRETARIAT, MALABO_HANDOVER, { move: 'effect', way: 'meeting' });
      await stage.pause();
      await changeMeeting(stage, 'som-2021-malabo', { status: 'held' }, 'notes that the meeting in Malabo was held');
    },
  },
  {
    ...on('2022-05-20', '11:00', MADRID),
    run: (stage) => closeFile(stage, MALABO_HANDOVER),
  },
];

/**
 * The meeting in Paris was moved and then not held, the chair passed remotely on 7 December 2020, and the next handover
 * slipped from July to November 2021.
 */
export const postponedStory: Story = {
  title: 'France, Equatorial Guinea, Spain: a meeting postponed, a chair that passes remotely, 2020 to 2022',
  bodyId: 'rabat-process',
  begins: '2020-06-15T07:30:00.000Z',
  ends: '2022-05-24',
  asKnown: asPlannedIn2020,
  absences: [],
  scenes: [...parisMoves, ...remotely, ...malabo],
  handovers: [
    { id: REMOTE_HANDOVER, conduct: REMOTE_CONDUCT },
    { id: MALABO_HANDOVER, conduct: MALABO_CONDUCT },
  ],
};
