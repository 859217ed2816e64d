import { expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { CommentOnSection } from '../../src/packs/review/comment-on-section.js';
import { addressOf, inMailRoom, type MailRoom } from '../delivery/mail-room.js';
import { HANDOVER, must, RABAT, type PersonId } from '../support/rabat.js';
import { settleTasks } from './settled-tasks.js';

/** A Monday, at an hour at which every office is open. */
const MONDAY = '2024-01-08T10:00:00.000Z';
const TUESDAY = '2024-01-09T12:00:00.000Z';
const LINK = `https://gavel.secretariat.example/bodies/${RABAT}/handovers/${HANDOVER}/pack/sections/GOV`;
const PRESENT = { move: 'present', summary: 'What was agreed', needs: '' } as const;

/** A mail room with a section that can be sent for review; what led there is told to nobody. */
async function withSection(work: (room: MailRoom) => Promise<void>): Promise<void> {
  await inMailRoom(MONDAY, null, async (room) => {
    await settleTasks(room.rabat, `section_id = 'GOV'`);
    must(await room.rabat.tryHandover('sec', { move: 'prepare' }));
    await room.change(`UPDATE notification SET state = 'void', reason = 'not of this test' WHERE state = 'owed'`);
    await work(room);
  });
}

const say = async (room: MailRoom, personId: PersonId, mentions: readonly string[]): Promise<void> => {
  const request = { bodyId: RABAT, handoverId: HANDOVER, sectionId: 'GOV', personId };
  const remark = { text: 'Please look at page 4', mentions, parentId: null };
  must(await new CommentOnSection(room.rabat.database).execute(request, remark));
};

/** To whom mails went, and what they were about. */
async function mailsAt(room: MailRoom, time: string): Promise<Record<string, readonly string[]>> {
  const mails = await room.at(time);
  return Object.fromEntries(mails.map(({ recipientId, items }) => [recipientId, items.map(({ kind }) => kind)]));
}

test('whoever is mentioned in a comment on a section gets a mail that leads there, and nobody else does', () =>
  withSection(async (room) => {
    await say(room, 'pt-delegate', ['ma-lead', 'sec']);
    const expected = { 'ma-lead': ['section.commented'], sec: ['section.commented'] };
    expect(await mailsAt(room, TUESDAY)).toEqual(expected);
    expect(room.sink.taken.map(({ to }) => to).sort()).toEqual([addressOf('ma-lead'), addressOf('sec')]);
    const mail = await simpleParser(room.sink.taken.find(({ to }) => to === addressOf('sec'))?.raw ?? '');
    expect(mail.text).toContain('A comment is addressed to you');
    expect(mail.text).toContain('Mandate and governance');
    expect(mail.text).toContain(LINK);
  }));

test('a section that is sent for review is told to the incoming chair with its day, and no longer once it is decided', () =>
  withSection(async (room) => {
    must(await room.rabat.trySection('GOV', 'ma-delegate', PRESENT));
    const told = { 'pt-delegate': ['section.presented'], 'pt-lead': ['section.presented'] };
    expect(await mailsAt(room, TUESDAY)).toEqual(told);
    const mail = await simpleParser(room.sink.taken[0]?.raw ?? '');
    expect(mail.text).toContain('Mandato e governação');
    expect(mail.text).toContain('15 de janeiro de 2024');

    must(await room.rabat.trySection('GOV', 'pt-lead', { move: 'return', reason: 'No date' }));
    must(await room.rabat.trySection('GOV', 'ma-delegate', PRESENT));
    must(await room.rabat.trySection('GOV', 'pt-lead', { move: 'accept' }));
    const mails = await mailsAt(room, '2024-01-10T12:00:00.000Z');
    expect(mails).toEqual({
      'ma-delegate': ['section.accepted'],
      'ma-lead': ['section.accepted'],
      sec: ['section.accepted'],
      'sec-2': ['section.accepted'],
    });
  }));

test('a section that is returned is told at once, and a reviewer who stays silent is reminded when the day is over', () =>
  withSection(async (room) => {
    must(await room.rabat.trySection('GOV', 'ma-delegate', PRESENT));
    must(await room.rabat.trySection('GOV', 'pt-lead', { move: 'return', reason: 'No date' }));
    const urgent = (await room.at(MONDAY)).filter(({ isDigest }) => !isDigest);
    expect(urgent.map(({ recipientId }) => recipientId).sort()).toEqual(['ma-delegate', 'ma-lead', 'sec', 'sec-2']);

    must(await room.rabat.trySection('GOV', 'ma-delegate', PRESENT));
    await room.at(TUESDAY);
    expect(await room.at('2024-01-16T00:00:01.000Z')).toEqual([]);
    const reminded = { 'pt-delegate': ['section.reminded'], 'pt-lead': ['section.reminded'] };
    expect(await mailsAt(room, '2024-01-16T12:00:00.000Z')).toEqual(reminded);
  }));
