import { localDate } from '../../../engine/time/zones.js';
import type { SectionState } from '../../../engine/handovers/section.js';
import type { TaskState } from '../../../engine/tasks/task.js';
import { mediumDay } from '../../../web/dates.js';
import { inLanguage, languageName } from '../../../web/names.js';
import { fileSize } from '../../../web/sizes.js';
import { openPoints } from '../open-points.js';
import type { PackHead, PackSection, PackTask } from '../pack.js';
import { inline, paragraphs, written, type Block, type Cell, type SetText, type Tone } from './blocks.js';
import type { Speaker } from './speaker.js';

/** On whose desk a section lies. */
export const SECTION_TONES: Readonly<Record<SectionState, Tone>> = {
  drafting: 'outgoing',
  in_review: 'incoming',
  accepted: 'settled',
  accepted_with_reservation: 'settled',
  returned: 'returned',
};

const TASK_TONES: Readonly<Record<TaskState, Tone>> = {
  open: 'idle',
  started: 'outgoing',
  submitted: 'incoming',
  returned: 'returned',
  accepted: 'settled',
  waived: 'settled',
  committed: 'settled',
};

/** A section of the checklist: how far it is, what is said of it, its tasks, its documents, what is left open. */
export function sectionBlocks(speaker: Speaker, head: PackHead, section: PackSection): Block[] {
  const { language, texts } = speaker;
  const words = texts.pack.printed;
  const part = (title: string, blocks: readonly Block[], none: string): Block[] => [
    { kind: 'heading', level: 2, text: title },
    ...(blocks.length === 0 ? [{ kind: 'text', paragraphs: [none], quiet: true } as const] : blocks),
  ];
  const text = (said: string): Block[] =>
    said.trim() === '' ? [] : [{ kind: 'text', paragraphs: paragraphs(language, said) }];
  return [
    { kind: 'heading', level: 1, number: String(section.number), text: titleOf(speaker, section.title) },
    stateBlock(speaker, head, section),
    ...(section.reservation === null ? [] : part(words.reservation, text(section.reservation), '')),
    ...part(words.summary, text(section.summary), words.noSummary),
    ...(section.needs.trim() === '' ? [] : part(words.needs, text(section.needs), '')),
    ...part(words.tasks, tasksBlock(speaker, section), ''),
    ...part(words.documents, documentsBlock(speaker, head, section), words.noDocuments),
    ...part(words.open, openBlock(speaker, section), words.noOpen),
  ];
}

/** A text of a template, in its language where that is another. */
export function titleOf({ language }: Speaker, title: Readonly<Record<string, string>>): SetText {
  const { text, lang } = inLanguage(language, title);
  return written(language, text, lang);
}

function stateBlock(speaker: Speaker, { zone }: PackHead, section: PackSection): Block {
  const { pack, layout } = speaker.texts;
  const { state, stateSince, version, decidedBy, decidedAt, bySilence } = section;
  const day = mediumDay(speaker, localDate(decidedAt ?? stateSince, zone));
  const how =
    bySilence && decidedAt !== null
      ? pack.printed.bySilence(day)
      : decidedBy !== null && decidedAt !== null
        ? pack.printed.decided(inline(decidedBy.name), day)
        : pack.since(day);
  const rest = `${pack.version(version)} · ${how}`;
  return { kind: 'state', tone: SECTION_TONES[state], word: layout.sectionStates[state], rest };
}

function tasksBlock(speaker: Speaker, { tasks }: PackSection): Block[] {
  const { columns } = speaker.texts.pack.printed;
  if (tasks.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [columns.number, columns.task, columns.who, columns.due, columns.state],
      widths: [0, 5, 3, 0, 0],
      rows: tasks.map((task) => [
        { text: task.id, ltr: true },
        { text: titleOf(speaker, task.title) },
        whoCell(speaker, task),
        task.dueOn === null ? '–' : mediumDay(speaker, task.dueOn),
        stateCell(speaker, task),
      ]),
    },
  ];
}

function whoCell({ language, texts }: Speaker, { owner, person, officeName }: PackTask): Cell {
  const under = [person?.name, officeName].flatMap((name) => (name == null ? [] : [written(language, name)]));
  return { text: texts.layout.desks[owner], under };
}

function stateCell(speaker: Speaker, { state, committedOn }: PackTask): Cell {
  const { layout, pack } = speaker.texts;
  const until = committedOn === null ? [] : [pack.printed.takenOn(mediumDay(speaker, committedOn))];
  return { text: layout.states[state], tone: TASK_TONES[state], under: state === 'committed' ? until : [] };
}

function documentsBlock(speaker: Speaker, { zone }: PackHead, { tasks }: PackSection): Block[] {
  const { language, texts } = speaker;
  const { printed } = texts.pack;
  const marking = texts.documents.markings;
  const tongue = (code: string | null): string[] => (code === null ? [] : [languageName(language, code)]);
  const rows = tasks.flatMap(({ id, documents, links }): Cell[][] => [
    ...documents.map((document): Cell[] => [
      { text: id, ltr: true },
      {
        text: written(language, document.title, document.language),
        under: [
          [...tongue(document.language), fileSize(speaker, document.bytes)].join(' · '),
          { text: `SHA-256 ${document.sha256.slice(0, 32)}…`, lang: 'en', dir: 'ltr' },
        ],
      },
      String(document.version),
      marking[document.marking].name,
      {
        text: mediumDay(speaker, localDate(document.sentAt, zone)),
        under: [written(language, document.sentBy.name)],
      },
    ]),
    ...links.map((link): Cell[] => [
      { text: id, ltr: true },
      {
        text: written(language, link.title, link.language),
        under: [[...tongue(link.language), inline(link.address)].join(' · ')],
      },
      printed.reference,
      marking[link.marking].name,
      '–',
    ]),
  ]);
  if (rows.length === 0) return [];
  const { columns } = printed;
  return [
    {
      kind: 'table',
      columns: [columns.task, columns.document, columns.version, columns.marking, columns.sent],
      widths: [0, 6, 0, 2, 0],
      rows,
    },
  ];
}

function openBlock(speaker: Speaker, section: PackSection): Block[] {
  const open = openPoints(section);
  return open.length === 0 ? [] : [shortTaskTable(speaker, open)];
}

/** Tasks with until when they are to be done and how far they are. */
export function shortTaskTable(speaker: Speaker, tasks: readonly PackTask[]): Block {
  const { columns } = speaker.texts.pack.printed;
  return {
    kind: 'table',
    columns: [columns.number, columns.task, columns.due, columns.state],
    widths: [0, 1, 0, 0],
    rows: tasks.map((task) => {
      const until = task.state === 'committed' ? task.committedOn : task.dueOn;
      return [
        { text: task.id, ltr: true },
        { text: titleOf(speaker, task.title) },
        until === null ? '–' : mediumDay(speaker, until),
        stateCell(speaker, task),
      ];
    }),
  };
}
