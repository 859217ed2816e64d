import type { Pack, PackSection, PackTask } from '../../../src/packs/content/pack.js';
import type { HandoverRecord } from '../../../src/packs/record/handover-record.js';

/** What people might write to have it read as something else than text: markup, code, signs that turn or hide text. */
export const HOSTILE = [
  '#eval("1 + 1") #panic("no")',
  '$ sum_(i=0)^n i $ *bold* _no_ `raw` @label <x> // comment',
  '[[[ ]]] { } \\ " \' #{ #[ #import "x.typ": *',
  'abc\u202Etxt.exe\u2066\u0000\u0007 end',
  'Łódź, Ελλάδα, Київ, 中文, 😀, \uE000, \uD800',
  'اجتماع #eval("x") (Rabat) 12/3',
] as const;

function aTask(sectionId: string, number: number, title: string): PackTask {
  const done = number % 3 === 0;
  return {
    id: `${sectionId}-${String(number).padStart(2, '0')}`,
    sectionId,
    title: { en: title, fr: `${title} (fr)` },
    owner: 'outgoing',
    acceptedBy: 'incoming',
    mandatory: true,
    marking: 'participants',
    state: done ? 'accepted' : number % 3 === 1 ? 'committed' : 'started',
    stateSince: '2024-01-05T10:00:00.000Z',
    dueOn: '2024-01-20',
    committedOn: number % 3 === 1 ? '2024-03-01' : null,
    version: 3,
    person: { id: 'ma-lead', name: 'Nour Atlas' },
    officeName: 'Directorate',
    documents: [
      {
        id: `00000000-0000-4000-8000-00000000000${String(number % 10)}`,
        title,
        language: 'fr',
        marking: 'participants',
        version: 2,
        bytes: 214_000,
        mediaType: 'application/pdf',
        fileName: 'statement.pdf',
        sha256: 'a'.repeat(64),
        sentAt: '2024-01-06T09:30:00.000Z',
        sentBy: { id: 'ma-lead', name: 'Nour Atlas' },
      },
    ],
    links: [],
  };
}

/** A pack with this many sections and tasks in each; every text of people is hostile. */
export function aPack(sections: number, tasks: number): Pack {
  const term = { label: null, start: '2022-12-14', end: '2024-02-01' };
  const words = (index: number): string => HOSTILE[index % HOSTILE.length] ?? '';
  return {
    head: {
      bodyId: 'rabat-process',
      bodyName: 'Euro-African Dialogue on Migration and Development',
      secretariatName: 'ICMPD',
      zone: 'Africa/Casablanca',
      handoverId: '2024-pt',
      title: words(0),
      state: 'preparing',
      version: 4,
      handoverDate: '2024-02-01',
      effectedAt: null,
      meetingId: null,
      outgoing: { id: '2022-ma', holders: [{ id: 'MA', name: 'Morocco' }], ...term },
      incoming: { id: '2024-pt', holders: [{ id: 'PT', name: 'Portugal' }], ...term },
      accountSeq: 131,
      accountHead: 'b'.repeat(64),
      asOf: '2024-01-11T10:12:13.000Z',
      today: '2024-01-12',
    },
    markings: ['public', 'participants', 'restricted'],
    sections: Array.from({ length: sections }, (_, at): PackSection => {
      const id = `S${String(at + 1).padStart(2, '0')}`;
      return {
        id,
        number: at + 1,
        title: { en: words(at) },
        state: at === 0 ? 'accepted_with_reservation' : 'drafting',
        stateSince: '2023-10-02T08:00:00.000Z',
        version: 1,
        summary: HOSTILE.join('\n'),
        needs: words(at + 1),
        reviewDueOn: null,
        decidedBy: at === 0 ? { id: 'pt-lead', name: words(at) } : null,
        decidedAt: at === 0 ? '2024-01-10T08:00:00.000Z' : null,
        bySilence: false,
        reservation: at === 0 ? words(2) : null,
        comments: 0,
        tasks: Array.from({ length: tasks }, (_, number) => aTask(id, number + 1, words(at + number))),
      };
    }),
    stocktaking: {
      planId: 'cadiz',
      title: words(1),
      content: {
        period: [2023, 2027],
        adoptedOn: '2022-12-14',
        adoptedAt: 'Cadiz',
        binding: false,
        areas: [
          {
            number: '1',
            label: words(0),
            objectives: [
              { number: '1', label: words(3), actions: [{ number: 1, label: null }] },
              { number: '2', label: words(4), actions: [] },
            ],
          },
        ],
      },
      sources: ['https://www.rabat-process.org/en'],
      results: [
        {
          id: 'r1',
          area: '1',
          objective: '1',
          action: 1,
          text: words(5),
          certainty: null,
          sources: [],
          meeting: null,
        },
      ],
    },
    meetings: [
      {
        id: 'm1',
        title: words(2),
        type: 'som',
        place: words(4),
        countryId: 'MA',
        startsOn: '2024-01-31',
        endsOn: '2024-02-01',
        status: 'announced',
        format: 'in_person',
        isOfHandover: true,
        coChairs: [{ id: 'MA', name: 'Morocco' }],
        isOver: false,
        note: null,
        certainty: null,
        sources: [],
      },
    ],
    contacts: [
      {
        id: 'o1',
        name: words(3),
        side: 'outgoing',
        member: { id: 'MA', name: 'Morocco' },
        people: [{ id: 'p1', name: words(0), role: 'lead', language: 'fr', mail: 'p1@chair.example' }],
      },
    ],
    programme: {
      termId: '2024-pt',
      content: { slogan: words(1), keywords: [words(2)], priorities: [{ text: words(0), area: '1' }] },
      sources: [],
    },
    assets: [
      {
        id: '00000000-0000-4000-8000-000000000001',
        kind: 'mailing_list',
        name: words(1),
        version: 2,
        transferred: { by: { id: 'ma-lead', name: words(5) }, at: '2024-01-10T08:00:00.000Z', persons: ['ma-lead'] },
        confirmed: null,
      },
    ],
  };
}

/** A record with two signatures, each with its declaration; what people wrote is hostile. */
export function aRecord(): HandoverRecord {
  const nobody = { plannedStart: null, plannedEnd: null, effectiveStart: null, effectiveEnd: null, label: null };
  const rita = { id: 'pt-lead', name: 'Rita Maré', office: HOSTILE[2] };
  const nour = { id: 'ma-lead', name: 'Nour Atlas', office: HOSTILE[1] };
  const declaration = (text: string): string => `${text}\n${HOSTILE.join(' ')}`;
  const signed = { inForce: true, at: '2024-01-31T15:00:00.000Z', rank: HOSTILE[0], signedName: null };
  return {
    format: 'gavel-record/1',
    body: {
      id: 'rabat-process',
      name: 'Euro-African Dialogue on Migration and Development',
      shortName: 'Rabat Process',
      zone: 'Africa/Casablanca',
    },
    handover: { id: '2024-pt', title: HOSTILE[0], state: 'effected' },
    parties: {
      outgoing: { term: '2022-ma', ...nobody, members: [{ id: 'MA', name: 'Morocco' }] },
      incoming: { term: '2024-pt', ...nobody, members: [{ id: 'PT', name: 'Portugal' }] },
      secretariat: 'ICMPD',
    },
    terms: { handoverDate: '2024-02-01', termStart: '2024-02-01' },
    meeting: { title: HOSTILE[3], place: 'Rabat', startsOn: '2024-01-31', endsOn: '2024-02-01' },
    effect: { at: '2024-02-01T12:00:00.000Z', how: 'signed', reference: null },
    sections: HOSTILE.map((text, at) => ({
      id: `S${String(at)}`,
      title: { en: text },
      state: at === 0 ? 'accepted_with_reservation' : 'accepted',
      summary: text,
      needs: '',
      decision: {
        by: at === 1 ? null : rita,
        at: '2024-01-29T12:00:00.000Z',
        note: null,
        reservation: at === 0 ? text : null,
        bySilence: at === 1,
      },
    })),
    tasks: [
      {
        id: 'OPN-01',
        section: 'S1',
        title: { en: HOSTILE[5] },
        state: 'committed',
        owner: 'outgoing',
        dueOn: '2024-01-20',
        committedOn: '2024-03-01',
        fulfilledAt: null,
        responsible: null,
        links: [],
      },
    ],
    signatures: [
      {
        ...signed,
        side: 'outgoing',
        person: nour,
        signedFor: nour,
        declaration: declaration('Je remets.'),
        language: 'fr',
      },
      {
        ...signed,
        side: 'incoming',
        person: rita,
        signedFor: nour,
        declaration: declaration('Assumo.'),
        language: 'pt',
      },
    ],
    addenda: [],
    assets: [],
    files: [],
    record: { number: 1, reason: 'effect', madeAt: '2024-02-01T12:00:05.000Z', madeBy: 'system' },
    account: { stream: '2024-pt', seq: 240, head: 'c'.repeat(64) },
    key: { algorithm: 'ed25519', fingerprint: 'd'.repeat(64) },
  };
}
