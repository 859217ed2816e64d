import type { PageLanguage } from '../../../../config/languages/pages.js';
import { dayRange, longDay } from '../../../web/dates.js';
import { localDate } from '../../../engine/time/zones.js';
import type { Marking } from '../../../engine/words.js';
import type { Pack, PackHead } from '../pack.js';
import { dateParts, inline, written, type Block, type SetText } from './blocks.js';
import { partBlocks } from './part-blocks.js';
import { sectionBlocks } from './section-blocks.js';
import { chairName, speakerOf, timeAndPlace, type Speaker } from './speaker.js';
import { setDocument, type PdfStandard } from './typesetter.js';

/**
 * The pack as a PDF: `ua-1` for reading, `a-2a` for keeping. It is dated by the newest entry of the account, so that the
 * same pack is the same file, to the byte.
 */
export function packPdf(pack: Pack, language: PageLanguage, standard: PdfStandard): Promise<Buffer> {
  return setDocument('pack', packSheet(pack, language), standard);
}

/** What the template of the pack takes. */
export function packSheet(pack: Pack, language: PageLanguage): object {
  const speaker = speakerOf(language);
  const { texts } = speaker;
  const { head } = pack;
  const words = texts.pack.printed;
  const running = `${texts.pack.title} · ${inline(head.title)}`;
  const between = words.between(chairName(speaker, head.outgoing), chairName(speaker, head.incoming));
  const blocks: Block[] = [
    ...pack.sections.flatMap((section) => sectionBlocks(speaker, head, section)),
    ...partBlocks(speaker, pack),
  ];
  return {
    lang: language,
    dir: speaker.direction,
    colon: words.colon,
    title: running,
    heading: texts.pack.title,
    author: head.secretariatName,
    date: dateParts(head.asOf),
    running,
    foot: [inline(head.bodyName), ...words.page],
    contents: words.contents,
    toc: blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 1 ? [{ number: block.number ?? '', text: block.text }] : [],
    ),
    cover: {
      above: inline(head.bodyName),
      between,
      facts: { rows: coverFacts(speaker, pack) },
      notice: words.notices[strictest(pack.markings)],
    },
    blocks,
  };
}

function coverFacts(speaker: Speaker, { head, meetings }: Pack): (readonly [string, SetText])[] {
  const { texts, language } = speaker;
  const { facts, asOf, head: hashWords } = texts.pack.printed;
  const meeting = meetings.find(({ isOfHandover }) => isOfHandover);
  const day = passageDay(head);
  return [
    ...(meeting === undefined ? [] : [[facts.meeting, written(language, meeting.title, 'en')] as const]),
    ...(meeting?.startsOn == null || meeting.endsOn === null
      ? []
      : [
          [
            facts.where,
            `${dayRange(speaker, meeting.startsOn, meeting.endsOn)}, ${inline(meeting.place ?? '')}`,
          ] as const,
        ]),
    ...(day === null
      ? []
      : [[head.effectedAt === null ? facts.handover : facts.effected, longDay(speaker, day)] as const]),
    [facts.state, texts.layout.handoverStates[head.state]],
    [facts.asOf, asOf(timeAndPlace(speaker, head.asOf, head.zone), head.accountSeq)],
    [hashWords, { text: head.accountHead, lang: 'en', dir: 'ltr' }],
  ];
}

function passageDay({ effectedAt, handoverDate, zone }: PackHead): string | null {
  return effectedAt === null ? handoverDate : localDate(effectedAt, zone);
}

function strictest(markings: readonly Marking[]): 'all' | 'participants' | 'public' {
  if (markings.includes('restricted')) return 'all';
  return markings.includes('participants') ? 'participants' : 'public';
}
