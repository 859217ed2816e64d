import { localDate } from '../../../engine/time/zones.js';
import { dayRange, longDay, mediumDay } from '../../../web/dates.js';
import { languageName, memberName } from '../../../web/names.js';
import type { Asset } from '../assets.queries.js';
import type { Pack, PackMeeting, PackOffice } from '../pack.js';
import type { PackPerson } from '../pack-person.js';
import type { Programme } from '../programme.js';
import { coverageOf, type Coverage, type CoveredObjective, type Stocktaking, type TermResult } from '../stocktaking.js';
import { meetingState, placeOfPriority } from '../views/plan-place.js';
import { inline, written, type Block, type Cell, type SetText, type Tone } from './blocks.js';
import { shortTaskTable } from './section-blocks.js';
import type { Speaker } from './speaker.js';

/** What stands in the pack beside the sections: stocktaking, programme, meetings, people, and what changes hands. */
export function partBlocks(speaker: Speaker, pack: Pack): Block[] {
  const { names } = speaker.texts.pack.parts;
  const title = (text: string): Block => ({ kind: 'heading', level: 1, text });
  return [
    ...(pack.stocktaking === null
      ? []
      : [title(names.stocktaking), ...stocktakingBlocks(speaker, pack.stocktaking, pack)]),
    ...(pack.programme === null
      ? []
      : [title(names.programme), ...programmeBlocks(speaker, pack.programme, pack.meetings)]),
    ...(pack.meetings.length === 0 ? [] : [title(names.meetings), meetingsBlock(speaker, pack.meetings)]),
    ...(pack.contacts.length === 0 ? [] : [title(names.contacts), ...contactBlocks(speaker, pack.contacts)]),
    ...(pack.assets.length === 0 ? [] : [title(names.assets), assetsBlock(speaker, pack)]),
  ];
}

const COVERAGES = ['covered', 'around', 'none'] as const satisfies readonly Coverage[];
const COVERAGE_TONES = { covered: 'settled', around: 'outgoing', none: 'idle' } as const satisfies Record<
  Coverage,
  Tone
>;

function stocktakingBlocks(speaker: Speaker, stocktaking: Stocktaking, { sections }: Pack): Block[] {
  const words = speaker.texts.pack.parts.stocktaking;
  const { content, title, sources } = stocktaking;
  const areas = coverageOf(stocktaking);
  const tasks = sections.flatMap((section) => section.tasks).filter(({ id }) => content.tasks?.includes(id));
  const binding = content.binding ? words.binding : words.notBinding;
  const adopted = `${words.adopted(longDay(speaker, content.adoptedOn))}; ${binding}`;
  return [
    { kind: 'text', paragraphs: [words.intro(inline(title), ...content.period), adopted] },
    {
      kind: 'coverage',
      legend: COVERAGES.map((coverage) => ({ coverage, name: words.coverage[coverage] })),
      rows: areas.map((area) => ({
        name: words.area(area.number),
        blocks: area.objectives.map(({ number, actions, coverage }) => {
          return { name: number, width: Math.max(actions.length, 2), coverage };
        }),
      })),
    },
    {
      kind: 'table',
      columns: [words.columns.part, words.columns.done, words.columns.coverage],
      widths: [6, 5, 0],
      rows: areas.flatMap((area): Cell[][] => [
        [
          { before: words.area(area.number), text: english(speaker, area.label), strong: true },
          resultsCell(
            speaker,
            area.results.filter(({ objective }) => objective === null),
          ),
          { text: words.coverage[area.coverage], tone: COVERAGE_TONES[area.coverage] },
        ],
        ...area.objectives.map((objective) => objectiveRow(speaker, objective)),
      ]),
    },
    ...sourcesBlock(speaker, sources),
    ...(tasks.length === 0
      ? []
      : [{ kind: 'heading', level: 2, text: words.tasks } as const, shortTaskTable(speaker, tasks)]),
  ];
}

function objectiveRow(speaker: Speaker, { number, label, results, coverage }: CoveredObjective): Cell[] {
  const words = speaker.texts.pack.parts.stocktaking;
  return [
    { before: words.objective(number), text: english(speaker, label) },
    resultsCell(speaker, results),
    { text: words.coverage[coverage], tone: COVERAGE_TONES[coverage] },
  ];
}

function resultsCell(speaker: Speaker, results: readonly TermResult[]): Cell {
  const [first, ...rest] = results.flatMap(({ text, meeting }): SetText[] => {
    const when = meeting?.startsOn == null ? [] : [mediumDay(speaker, meeting.startsOn)];
    return [english(speaker, text), ...when];
  });
  return first === undefined ? '–' : { text: first, under: rest };
}

/** What was read in sources and is kept in English. */
function english({ language }: Speaker, text: string): SetText {
  return written(language, text, 'en');
}

function programmeBlocks(speaker: Speaker, { content, sources }: Programme, meetings: readonly PackMeeting[]): Block[] {
  const words = speaker.texts.pack.parts.programme;
  const { coordinator, label, slogan, keywords = [], principles = [], priorities } = content;
  const facts: [string, string | undefined][] = [
    [words.coordinator, coordinator],
    [words.label, label],
    [words.slogan, slogan],
    [words.keywords, keywords.length === 0 ? undefined : keywords.join(', ')],
    [words.principles, principles.length === 0 ? undefined : principles.join(', ')],
  ];
  const named = meetings.filter(({ id }) => content.meetings?.includes(id));
  return [
    {
      kind: 'facts',
      rows: facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, english(speaker, value)] as const])),
    },
    { kind: 'heading', level: 2, text: words.priorities },
    {
      kind: 'table',
      columns: [words.columns.priority, words.columns.place],
      widths: [3, 2],
      rows: priorities.map((priority) => [
        { text: english(speaker, priority.text) },
        placeOfPriority(speaker, priority),
      ]),
    },
    ...(named.length === 0
      ? []
      : [{ kind: 'heading', level: 2, text: words.meetings } as const, meetingsBlock(speaker, named)]),
    ...sourcesBlock(speaker, sources),
  ];
}

function meetingsBlock(speaker: Speaker, meetings: readonly PackMeeting[]): Block {
  const { language, texts } = speaker;
  const words = texts.pack.parts.meetings;
  return {
    kind: 'table',
    columns: [words.columns.date, words.columns.meeting, words.columns.place, words.columns.state],
    widths: [3, 6, 2, 0],
    rows: meetings.map((meeting) => {
      const { title, type, startsOn, endsOn, place, isOfHandover } = meeting;
      return [
        startsOn === null || endsOn === null ? texts.layout.noDate : dayRange(speaker, startsOn, endsOn),
        {
          text: written(language, title, 'en'),
          strong: isOfHandover,
          under: [words.types[type], ...(isOfHandover ? [words.handover] : [])],
        },
        { text: place === null ? '–' : written(language, place) },
        meetingState(speaker, meeting),
      ];
    }),
  };
}

function contactBlocks(speaker: Speaker, offices: readonly PackOffice[]): Block[] {
  const { language, texts } = speaker;
  const words = texts.pack.parts.contacts;
  return offices.flatMap((office): Block[] => [
    { kind: 'heading', level: 2, text: written(language, office.name) },
    {
      kind: 'text',
      quiet: true,
      paragraphs: [
        [
          texts.layout.desks[office.side],
          ...(office.member === null ? [] : [inline(memberName(language, office.member))]),
        ].join(' · '),
      ],
    },
    office.people.length === 0
      ? { kind: 'text', paragraphs: [words.nobody] }
      : {
          kind: 'table',
          columns: [words.columns.name, words.columns.role, words.columns.language, words.columns.mail],
          widths: [3, 2, 2, 5],
          rows: office.people.map(({ name, role, language: tongue, mail }) => [
            { text: written(language, name) },
            texts.layout.personRoles[role],
            languageName(language, tongue),
            mail === null ? '–' : { text: written(language, mail, 'en') },
          ]),
        },
  ]);
}

function assetsBlock(speaker: Speaker, { assets, head }: Pack): Block {
  const { language, texts } = speaker;
  const { printed } = texts.pack;
  const done = (deed: Asset['confirmed']): string =>
    deed === null ? printed.notYet : bySomebody(speaker, deed.by, localDate(deed.at, head.zone));
  return {
    kind: 'table',
    columns: [printed.columns.asset, printed.columns.transferred, printed.columns.confirmed],
    widths: [4, 3, 3],
    rows: assets.map(({ name, kind, transferred, confirmed }) => [
      { text: written(language, name), under: [texts.pack.assets.kinds[kind]] },
      done(transferred),
      done(confirmed),
    ]),
  };
}

function bySomebody(speaker: Speaker, { name }: PackPerson, day: string): string {
  return speaker.texts.pack.printed.by(inline(name), mediumDay(speaker, day));
}

function sourcesBlock(speaker: Speaker, sources: readonly string[]): Block[] {
  if (sources.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: speaker.texts.pack.parts.sources },
    { kind: 'lines', lines: sources.map((source) => written(speaker.language, source, 'en')) },
  ];
}
