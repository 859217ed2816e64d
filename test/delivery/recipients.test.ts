import { describe, expect, test } from '@jest/globals';
import type { Matter, TaskNow } from '../../src/delivery/matter.js';
import type { Reader } from '../../src/delivery/readers.js';
import { concernedBy, stillToKnow, toldOf } from '../../src/delivery/recipients.js';
import type { Role } from '../../src/engine/words.js';

const CHAIRS = { outgoing: [{ id: 'MA', name: 'Morocco' }], incoming: [{ id: 'PT', name: 'Portugal' }] };

function reader(id: string, memberId: string | null, role: Role, more: Partial<Reader> = {}): Reader {
  const office = memberId === null ? 'secretariat' : `${memberId}-foreign`;
  return {
    id,
    name: id,
    mail: `${id}@x.example`,
    language: 'en',
    officeId: office,
    memberId,
    calendarId: 'c',
    roles: [role],
    standInId: null,
    ...more,
  };
}

const PEOPLE = [
  reader('ma-lead', 'MA', 'lead'),
  reader('ma-delegate', 'MA', 'delegate'),
  reader('ma-interior', 'MA', 'delegate', { officeId: 'MA-interior' }),
  reader('ma-watcher', 'MA', 'observer'),
  reader('pt-lead', 'PT', 'lead'),
  reader('pt-delegate', 'PT', 'delegate'),
  reader('es-delegate', 'ES', 'delegate'),
  reader('sec', null, 'secretariat'),
  reader('archivist', null, 'observer'),
];

function task(more: Partial<TaskNow> = {}): TaskNow {
  return {
    id: 'SOM-01',
    title: { en: 'Invitation' },
    state: 'open',
    owner: 'outgoing',
    acceptedBy: 'incoming',
    compressed: false,
    due: null,
    dueAt: null,
    personId: null,
    officeId: null,
    ...more,
  };
}

function matter(audience: readonly string[], about: TaskNow | null, more: Partial<Matter> = {}): Matter {
  return {
    bodyId: 'b',
    id: 'n',
    stream: 'h',
    kind: 'reminder',
    subject: 'task:SOM-01',
    rung: 'on',
    forDue: null,
    audience,
    recipientId: null,
    urgent: false,
    facts: {},
    planRevision: 1,
    dueAt: '2024-01-16T00:00:00.000Z',
    isDue: true,
    state: 'owed',
    reason: null,
    told: [],
    task: about,
    section: null,
    moved: [],
    handover: null,
    chairs: CHAIRS,
    ...more,
  };
}

function told(message: Matter, people: readonly Reader[] = PEOPLE): string[] {
  const readers = new Map(people.map((person) => [person.id, person]));
  return toldOf(message, concernedBy(message, readers)).map(({ reader: { id } }) => id);
}

describe('At the desk that owns a task', () => {
  test('the person who has it is told alone', () => {
    expect(told(matter(['owner'], task({ personId: 'ma-delegate', officeId: 'MA-interior' })))).toEqual([
      'ma-delegate',
    ]);
  });

  test('without such a person the people of the office that has it are told', () => {
    expect(told(matter(['owner'], task({ officeId: 'MA-interior' })))).toEqual(['ma-interior']);
  });

  test('without person and office every delegate and lead of the side is told, and no observer', () => {
    expect(told(matter(['owner'], task()))).toEqual(['ma-lead', 'ma-delegate', 'ma-interior']);
  });

  test('a person who is not at that desk any more does not keep the message from the others', () => {
    expect(told(matter(['owner'], task({ personId: 'es-delegate' })))).toEqual([
      'ma-lead',
      'ma-delegate',
      'ma-interior',
    ]);
  });

  test('both chairs are asked at a joint desk, each for itself', () => {
    const joint = matter(['owner'], task({ owner: 'joint', personId: 'ma-lead' }));
    expect(told(joint)).toEqual(['ma-lead', 'pt-lead', 'pt-delegate']);
  });
});

describe('Elsewhere', () => {
  test('every delegate and lead of the side is told, and at the secretariat all who have that role', () => {
    const named = task({ personId: 'pt-lead' });
    expect(told(matter(['acceptedBy', 'secretariat'], named))).toEqual(['pt-lead', 'pt-delegate', 'sec']);
    expect(told(matter(['outgoing'], null))).toEqual(['ma-lead', 'ma-delegate', 'ma-interior']);
  });

  test('a task that no side accepts is answered for by the secretariat', () => {
    expect(told(matter(['acceptedBy'], task({ acceptedBy: null })))).toEqual(['sec']);
  });

  test('someone who sits at two of the desks is told once', () => {
    expect(told(matter(['owner', 'outgoing'], task({ personId: 'ma-lead' })))).toEqual([
      'ma-lead',
      'ma-delegate',
      'ma-interior',
    ]);
  });

  test('a person who is named is told whatever their role is, unless they have left', () => {
    expect(told(matter([], null, { recipientId: 'archivist' }))).toEqual(['archivist']);
    expect(told(matter([], null, { recipientId: 'gone' }))).toEqual([]);
  });

  test('nobody is told of their own doing', () => {
    expect(told(matter(['owner'], task(), { facts: { by: 'ma-lead' } }))).toEqual(['ma-delegate', 'ma-interior']);
  });

  test('a desk that the ledger cannot know is a bug, and said to be one', () => {
    expect(() => told(matter(['everyone'], null))).toThrow('a desk that there is not');
  });
});

describe('Whoever stands in for someone', () => {
  const away = PEOPLE.map((person) => (person.id === 'ma-lead' ? { ...person, standInId: 'ma-interior' } : person));

  test('is told in their place, as long as they stand in', () => {
    expect(told(matter(['owner'], task({ personId: 'ma-lead' })), away)).toEqual(['ma-interior']);
    expect(told(matter(['outgoing'], null), away)).toEqual(['ma-interior', 'ma-delegate']);
  });

  test('is not told of what is addressed to that person by name', () => {
    expect(told(matter([], null, { recipientId: 'ma-lead' }), away)).toEqual(['ma-lead']);
  });

  test('does not keep the message from them by having left', () => {
    const alone = away.filter(({ id }) => id !== 'ma-interior');
    expect(told(matter(['owner'], task({ personId: 'ma-lead' })), alone)).toEqual(['ma-lead']);
  });
});

describe('To find out who is told', () => {
  const known = new Map(PEOPLE.map((person) => [person.id, person]));

  test('nobody else has to be known where the person who has the task is there', () => {
    const asked = stillToKnow([matter(['owner'], task({ personId: 'ma-lead' }))], known);
    expect(asked).toEqual({ members: [], secretariat: false });
  });

  test('everyone of the sides has to be known for which nobody is named', () => {
    const asked = stillToKnow([matter(['owner', 'secretariat'], task({ owner: 'joint', personId: 'ma-lead' }))], known);
    expect(asked).toEqual({ members: ['PT'], secretariat: true });
  });
});
