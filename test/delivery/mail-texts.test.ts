import { describe, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { en } from '../../config/languages/en/mails.js';
import { fr } from '../../config/languages/fr/mails.js';
import { pt } from '../../config/languages/pt/mails.js';
import type { DecidedItem, DecidedMail } from '../../src/delivery/decided-mail.js';
import { asMime } from '../../src/delivery/mail/mime.js';
import { composeMail } from '../../src/delivery/mail/compose-mail.js';
import type { HandoverNow, Matter, TaskNow } from '../../src/delivery/matter.js';
import type { Reader } from '../../src/delivery/readers.js';
import { openCalendar, type Calendar, type CalendarDefinition } from '../../src/engine/time/calendar.js';
import type { Language } from '../../src/engine/words.js';
import { readProjectFile } from '../support/project-file.js';

const CALENDARS = new Map<string, Calendar>(
  ['MA', 'PT', 'AT'].map((id) => {
    return [id, openCalendar(JSON.parse(readProjectFile(`config/calendars/${id}.json`)) as CalendarDefinition)];
  }),
);

const HANDOVER: HandoverNow = {
  id: '2024-pt',
  title: 'Morocco to Portugal',
  state: 'preparing',
  planRevision: 3,
  date: '2024-02-01',
  ladder: { beforeDue: [], afterDue: [] },
  outgoingCalendarId: 'MA',
  incomingCalendarId: 'PT',
  secretariatCalendarId: 'AT',
};

const TASK: TaskNow = {
  id: 'SYS-01',
  title: { en: 'Archive transfer inventory', fr: 'Inventaire des archives', pt: 'Inventário do arquivo' },
  state: 'started',
  owner: 'outgoing',
  acceptedBy: 'incoming',
  compressed: false,
  due: '2024-01-09',
  dueAt: '2024-01-09T22:59:59.999Z',
  personId: null,
  officeId: null,
};

function reminder(task: Partial<TaskNow> = {}, more: Partial<Matter> = {}): Matter {
  return {
    bodyId: 'rabat-process',
    id: 'n1',
    stream: '2024-pt',
    kind: 'reminder',
    subject: 'task:SYS-01',
    rung: 'on',
    forDue: '2024-01-09',
    audience: ['owner'],
    recipientId: null,
    urgent: false,
    facts: {},
    planRevision: 3,
    dueAt: '2024-01-09T00:00:00.000Z',
    isDue: true,
    state: 'addressed',
    reason: null,
    told: [],
    task: { ...TASK, ...task },
    section: null,
    moved: [],
    handover: HANDOVER,
    chairs: { outgoing: [{ id: 'MA', name: 'Morocco' }], incoming: [{ id: 'PT', name: 'Portugal' }] },
    ...more,
  };
}

function mailTo(reader: Partial<Reader>, items: readonly DecidedItem[], at = '2024-01-12T08:00:00.000Z'): DecidedMail {
  const person: Reader = {
    id: 'p',
    name: 'A. Berrada',
    mail: 'a.berrada@ministry.example',
    language: 'en',
    officeId: 'o',
    memberId: 'MA',
    calendarId: 'MA',
    roles: ['delegate'],
    standInId: null,
    ...reader,
  };
  const calendar = CALENDARS.get(person.calendarId);
  if (calendar === undefined) throw new Error('No such calendar');
  return {
    bodyId: 'rabat-process',
    id: 'd',
    attempt: 1,
    putOff: 0,
    messageId: '<d@gavel.example>',
    reader: person,
    calendar,
    items,
    calendars: CALENDARS,
    bodyName: 'Rabat Process',
    at,
  };
}

const compose = (mail: DecidedMail) => composeMail(mail, { publicUrl: 'https://gavel.example' });
const ours = (matter: Matter): DecidedItem => ({ matter, as: 'outgoing' });

describe('A reminder', () => {
  test('says how late the task is, whose move it is, until when it was due, and where to go', () => {
    const { subject, text, html } = compose(mailTo({}, [ours(reminder())]));
    expect(subject).toBe('[Rabat Process] 3 days late: SYS-01 Archive transfer inventory');
    for (const part of [text, html]) {
      expect(part).toContain('Dear A. Berrada,');
      expect(part).toContain('The handover of the chair from Morocco to Portugal is on 1 February 2024, in 20 days.');
      expect(part).toContain('Due on 9 January 2024, 23:59 in Casablanca');
      expect(part).toContain('In progress. It is your move.');
      expect(part).toContain('https://gavel.example/bodies/rabat-process/handovers/2024-pt/tasks/SYS-01');
      expect(part).toContain('You get this because you work for the outgoing chair.');
      expect(part).toContain('It stops when the task is settled');
    }
  });

  test('gives both local times where the reader’s clock shows another', () => {
    const inLisbon = mailTo({ calendarId: 'PT' }, [{ matter: reminder(), as: 'incoming' }]);
    expect(compose(inLisbon).text).toContain('Due on 9 January 2024, 23:59 in Casablanca (22:59 in Lisbon)');
    expect(compose(inLisbon).text).toContain('Waiting for the outgoing chair (Morocco).');
    const inVienna = mailTo({ calendarId: 'AT' }, [{ matter: reminder(), as: 'secretariat' }]);
    expect(compose(inVienna).text).toContain('Due on 9 January 2024, 23:59 in Casablanca\n');
  });

  test('that is not late yet says in words how long it has', () => {
    const in4Days = reminder({ due: '2024-01-16', dueAt: '2024-01-16T22:59:59.999Z' });
    expect(compose(mailTo({}, [ours(in4Days)])).subject).toContain('Due in 4 days: SYS-01');
    const today = reminder({ due: '2024-01-12', dueAt: '2024-01-12T22:59:59.999Z' });
    expect(compose(mailTo({}, [ours(today)])).subject).toContain('Due today: SYS-01');
  });

  test('of a joint task is due where the day ends first', () => {
    const joint = reminder({ owner: 'joint' });
    expect(compose(mailTo({ calendarId: 'PT' }, [ours(joint)])).text).toContain(
      '23:59 in Casablanca (22:59 in Lisbon)',
    );
  });

  test('asks a reviewer for a review', () => {
    const review = reminder(
      { state: 'submitted', due: '2024-01-16', dueAt: '2024-01-16T22:59:59.999Z' },
      { rung: 'review-on' },
    );
    const { subject, text } = compose(mailTo({ calendarId: 'PT' }, [{ matter: review, as: 'incoming' }]));
    expect(subject).toContain('Your review is asked for: SYS-01');
    expect(text).toContain('Waiting for review. It is your move.');
  });

  test('of one task by several steps at once is one line', () => {
    const steps = ['before-3', 'on', 'after-1'].map((rung, index) =>
      ours(reminder({}, { id: rung, rung, dueAt: `2024-01-0${String(index + 5)}T00:00:00.000Z` })),
    );
    expect(compose(mailTo({}, steps)).text.match(/\* SYS-01/g)).toHaveLength(1);
  });
});

describe('A digest', () => {
  test('counts what it holds, and puts first what is late', () => {
    const soon = reminder(
      { id: 'DOC-01', due: '2024-01-16', dueAt: '2024-01-16T22:59:59.999Z' },
      { id: 'n2', subject: 'task:DOC-01' },
    );
    const { subject, text } = compose(mailTo({}, [ours(soon), ours(reminder())]));
    expect(subject).toBe('[Rabat Process] 2 messages for you, 1 overdue');
    expect(text.indexOf('SYS-01')).toBeLessThan(text.indexOf('DOC-01'));
  });
});

describe('News of a new plan', () => {
  test('tell old and new dates, and only those that are still in force', () => {
    const moved = [
      { id: 'SOM-01', title: { en: 'Invitation' }, from: '2024-01-10', to: '2024-01-23', now: '2024-01-23' },
      { id: 'SOM-02', title: { en: 'Rooms' }, from: '2024-01-11', to: '2024-01-24', now: '2024-01-30' },
    ];
    const facts = {
      before: { MEETING_START: '2024-01-31', MEETING_END: '2024-02-01' },
      after: { MEETING_START: '2024-02-13', MEETING_END: null },
    };
    const plan = reminder(
      {},
      { kind: 'plan.meeting', rung: null, task: null, moved, facts, subject: 'handover:2024-pt' },
    );
    const { subject, text } = compose(mailTo({}, [{ matter: plan, as: 'person' }]));
    expect(subject).toBe('[Rabat Process] The meeting has moved: Morocco to Portugal');
    expect(text).toContain('The meeting begins: 13 February 2024 (was 31 January 2024)');
    expect(text).toContain('The meeting ends: no date yet (was 1 February 2024)');
    expect(text).toContain('SOM-01 Invitation: 23 January 2024 (was 10 January 2024)');
    expect(text).not.toContain('SOM-02');
  });
});

describe('In the reader’s language', () => {
  const EXPECTED: Readonly<Record<Language, readonly string[]>> = {
    en: ['3 days late: SYS-01 Archive transfer inventory', 'Dear A. Berrada,', '9 January 2024'],
    fr: ['3 jours de retard : SYS-01 Inventaire des archives', 'Bonjour A. Berrada,', '9 janvier 2024'],
    pt: ['3 dias de atraso: SYS-01 Inventário do arquivo', 'Bom dia, A. Berrada,', '9 de janeiro de 2024'],
  };

  test.each(['en', 'fr', 'pt'] as const)('everything is said in %s', (language) => {
    const mail = compose(mailTo({ language }, [ours(reminder())]));
    for (const phrase of EXPECTED[language]) expect(`${mail.subject}\n${mail.text}`).toContain(phrase);
    expect(mail.html).toContain(`<html lang="${language}">`);
    expect(mail.language).toBe(language);
  });

  test('no language lacks a text that another has', () => {
    const shapeOf = (texts: object): string[] =>
      Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
        typeof value === 'object' && value !== null && key !== 'places'
          ? shapeOf(value).map((inner) => `${key}.${inner}`)
          : [key],
      );
    expect(shapeOf(fr)).toEqual(shapeOf(en));
    expect(shapeOf(pt)).toEqual(shapeOf(en));
  });

  test('a title that was not translated is given in English', () => {
    const untranslated = reminder({ title: { en: 'Archive transfer inventory' } });
    expect(compose(mailTo({ language: 'fr' }, [ours(untranslated)])).text).toContain('Archive transfer inventory');
  });
});

describe('Hostile texts', () => {
  const title = 'Boo\r\nBcc: victim@x.example\u202e<script>alert(1)</script>"\'&\u0000\u2028';

  test('cannot end a header, turn the direction of what follows or become HTML', async () => {
    const { subject, html, text, ...rest } = compose(
      mailTo({ name: 'O\'Neil "Boss" <x>' }, [ours(reminder({ title: { en: title } }))]),
    );
    expect(subject).toBe(`[Rabat Process] 3 days late: SYS-01 Boo Bcc: victim@x.example <script>alert(1)</script>"'&`);
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
    expect(`${text}${html}`).not.toMatch(/[\u202e\u0000\u2028]/);
    const parsed = await simpleParser(asMime({ subject, html, text, ...rest }, 'Gavel <gavel@x.example>'));
    expect([...parsed.headers.keys()]).not.toContain('bcc');
    expect(parsed.subject).toBe(subject);
    expect(parsed.to).toMatchObject({ value: [{ address: 'a.berrada@ministry.example', name: 'O\'Neil "Boss" <x>' }] });
  });

  test.each([
    'a@b@c.example',
    'a@x.example\r\nBcc: b@x.example',
    'a@x.example, b@x.example',
    '<a@x.example>',
    'a b@x.example',
    '"a"@x.example',
  ])('an address like %j gets no mail', (mail) => {
    expect(() => compose(mailTo({ mail }, [ours(reminder())]))).toThrow('not a mail address');
  });
});
