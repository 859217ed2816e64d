import type { PageLanguage } from '../../../../config/languages/pages.js';
import { localDate } from '../../../engine/time/zones.js';
import type { HandoverRecord } from '../../record/handover-record.js';
import { dayRange, longDay, mediumDay } from '../../../web/dates.js';
import { languageName } from '../../../web/names.js';
import { dateParts, inline, paragraphs, written, type Block, type Cell, type SetText } from './blocks.js';
import { SECTION_TONES, titleOf } from './section-blocks.js';
import { chairName, speakerOf, timeAndPlace, type Speaker } from './speaker.js';
import { setDocument, type PdfStandard } from './typesetter.js';

type SectionDecision = NonNullable<HandoverRecord['sections'][number]['decision']>;
type Signature = HandoverRecord['signatures'][number];

/**
 * The record of a handover as a PDF, whole in each of these languages, one after the other: those of both chairs. It is
 * dated by the record, so that the same record is the same file, to the byte.
 * @param languages one or two; the first is the document's own.
 */
export function recordPdf(
  record: HandoverRecord,
  languages: readonly [PageLanguage, ...PageLanguage[]],
  standard: PdfStandard,
): Promise<Buffer> {
  return setDocument('record', recordSheet(record, languages), standard);
}

/** What the template of the record takes. */
function recordSheet(record: HandoverRecord, languages: readonly [PageLanguage, ...PageLanguage[]]): object {
  const speakers = [...new Set(languages)].map(speakerOf);
  const first = speakerOf(languages[0]);
  const title = speakers.map(({ texts }) => texts.pack.printed.record.title).join(' · ');
  const running = `${title} · ${inline(record.handover.title)}`;
  return {
    lang: first.language,
    dir: first.direction,
    colon: first.texts.pack.printed.colon,
    title: running,
    heading: title,
    author: record.parties.secretariat,
    date: dateParts(record.record.madeAt),
    running,
    foot: footOf(first, record),
    cover: { above: inline(record.body.name) },
    parts: speakers.map((speaker) => ({
      lang: speaker.language,
      dir: speaker.direction,
      colon: speaker.texts.pack.printed.colon,
      foot: footOf(speaker, record),
      blocks: partOf(speaker, record, speakers.length > 1),
    })),
  };
}

function footOf({ texts }: Speaker, { body }: HandoverRecord): readonly string[] {
  return [inline(body.name), ...texts.pack.printed.page];
}

function partOf(speaker: Speaker, record: HandoverRecord, isOneOfSeveral: boolean): Block[] {
  const { texts, language } = speaker;
  const words = texts.pack.printed.record;
  const part = (text: string, ...blocks: Block[]): Block[] => [{ kind: 'heading', level: 2, text }, ...blocks];
  const { parties, account } = record;
  const title = isOneOfSeveral ? `${words.title} (${languageName(language, language)})` : words.title;
  return [
    { kind: 'heading', level: 1, text: title },
    { kind: 'text', paragraphs: [words.intro(inline(record.body.name))] },
    ...part(words.parties, {
      kind: 'facts',
      rows: [
        [words.outgoing, chairOf(speaker, parties.outgoing)],
        [words.incoming, chairOf(speaker, parties.incoming)],
        [words.secretariat, written(language, parties.secretariat)],
      ],
    }),
    ...part(words.passage, { kind: 'facts', rows: passageRows(speaker, record) }),
    ...part(words.sections, sectionsBlock(speaker, record)),
    ...part(words.commitments, commitmentsBlock(speaker, record)),
    ...part(words.signatures, ...signatureBlocks(speaker, record)),
    ...part(
      words.account,
      { kind: 'text', paragraphs: [words.accountHelp(account.seq)] },
      { kind: 'code', text: account.head },
    ),
  ];
}

function chairOf(speaker: Speaker, { members }: HandoverRecord['parties']['outgoing']): string {
  return chairName(speaker, { holders: members });
}

function passageRows(speaker: Speaker, record: HandoverRecord): (readonly [string, SetText])[] {
  const { language, texts } = speaker;
  const { facts, record: words } = texts.pack.printed;
  const { meeting, effect, terms, body, handover } = record;
  const place = meeting === null || meeting.place === null ? '' : `, ${inline(meeting.place)}`;
  return [
    ...(meeting === null ? [] : [[facts.meeting, written(language, meeting.title, 'en')] as const]),
    ...(meeting?.startsOn == null || meeting.endsOn === null
      ? []
      : [[facts.where, `${dayRange(speaker, meeting.startsOn, meeting.endsOn)}${place}`] as const]),
    [facts.state, texts.layout.handoverStates[handover.state]],
    ...(effect !== null || terms.handoverDate === null
      ? []
      : [[facts.handover, longDay(speaker, terms.handoverDate)] as const]),
    ...(effect === null ? [] : [[facts.effected, timeAndPlace(speaker, effect.at, body.zone)] as const]),
    ...(effect === null || effect.reference === null
      ? []
      : [[words.reference, written(language, effect.reference)] as const]),
  ];
}

function sectionsBlock(speaker: Speaker, { sections, body }: HandoverRecord): Block {
  const { language, texts } = speaker;
  const { printed } = texts.pack;
  return {
    kind: 'table',
    columns: [printed.record.section, printed.record.decision, printed.record.decidedBy],
    widths: [4, 4, 3],
    rows: sections.map(({ title, state, decision }) => [
      { text: titleOf(speaker, title) },
      {
        text: texts.layout.sectionStates[state],
        tone: SECTION_TONES[state],
        under: decision?.reservation == null ? [] : paragraphs(language, decision.reservation),
      },
      decision === null ? '–' : decisionCell(speaker, decision, body.zone),
    ]),
  };
}

function decisionCell(speaker: Speaker, { by, at }: SectionDecision, zone: string): Cell {
  const day = mediumDay(speaker, localDate(at, zone));
  if (by === null) return speaker.texts.pack.printed.bySilence(day);
  return { text: written(speaker.language, by.name), under: [day] };
}

function commitmentsBlock(speaker: Speaker, { tasks }: HandoverRecord): Block {
  const { printed } = speaker.texts.pack;
  const taken = tasks.filter(({ state }) => state === 'committed');
  if (taken.length === 0) return { kind: 'text', paragraphs: [printed.record.noCommitments] };
  return {
    kind: 'table',
    columns: [printed.columns.number, printed.columns.task, printed.record.until],
    widths: [0, 1, 0],
    rows: taken.map(({ id, title, committedOn }) => [
      { text: id, ltr: true },
      { text: titleOf(speaker, title) },
      committedOn === null ? '–' : longDay(speaker, committedOn),
    ]),
  };
}

/** Only those that are in force: what was signed before a reopening is in the archive. */
function signatureBlocks(speaker: Speaker, { signatures, body }: HandoverRecord): Block[] {
  const words = speaker.texts.pack.printed.record;
  return (['outgoing', 'incoming'] as const).flatMap((side): Block[] => {
    const signature = signatures.find((each) => each.inForce && each.side === side);
    const name = words[side];
    return signature === undefined
      ? [{ kind: 'text', paragraphs: [words.notSigned(name)] }]
      : kept([{ kind: 'heading', level: 3, text: name }, ...oneSignature(speaker, signature, body.zone)], signature);
  });
}

/** A declaration that would fill a page is not kept on one. */
const LONGEST_KEPT = 1500;

function kept(blocks: Block[], { declaration }: Signature): Block[] {
  return (declaration?.length ?? 0) > LONGEST_KEPT ? blocks : [{ kind: 'together', blocks }];
}

function oneSignature(speaker: Speaker, signature: Signature, zone: string): Block[] {
  const { language, texts } = speaker;
  const words = texts.pack.printed.record;
  const { person, signedFor, signedName, rank, at, declaration } = signature;
  const name = inline(signedName ?? person.name);
  const rows: (readonly [string, SetText])[] = [
    [words.signedBy, person.id === signedFor.id ? name : `${name}, ${words.standIn(inline(signedFor.name))}`],
    [words.rank, written(language, rank ?? person.office)],
    [words.signedAt, timeAndPlace(speaker, at, zone)],
  ];
  if (declaration === null) return [{ kind: 'facts', rows }];
  const tongue = signature.language ?? language;
  return [
    { kind: 'facts', rows },
    {
      kind: 'text',
      paragraphs: [
        tongue === language
          ? `${words.declaration}${texts.pack.printed.colon}`
          : `${words.declaration} (${words.inLanguage(languageName(language, tongue))})${texts.pack.printed.colon}`,
        ...declaration
          .split(/\n+/)
          .filter((line) => line.trim() !== '')
          .map((line) => written(language, line, tongue)),
      ],
    },
  ];
}
