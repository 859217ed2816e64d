import { PAGE_LANGUAGES, type PageLanguage } from '../../config/languages/pages.js';
import { loadPack } from '../../src/packs/content/load-pack.js';
import type { Pack } from '../../src/packs/content/pack.js';
import { packSheet } from '../../src/packs/content/pdf/pack-pdf.js';
import { setDocument, type PdfStandard } from '../../src/packs/content/pdf/typesetter.js';
import { addBody, handoverId } from './bodies.js';
import { median } from './contest.js';
import type { BenchDatabase, Installation } from './installation.js';
import { limitGoal, table, type Effort, type Section } from './report.js';

const BODY = 'set';
/** Milliseconds from the question to the file. */
const LONGEST = 300;
/** Files of each kind that do not count: the thread starts, and its fonts are read. */
const WARM_UP = 3;
/** Files of each kind in a round. */
const FILES = 10;

const KINDS: readonly (readonly [PageLanguage, PdfStandard])[] = [
  ...PAGE_LANGUAGES.map((language) => [language, 'ua-1'] as const),
  ['en', 'a-2a'],
];

interface Parts {
  readonly read: number;
  readonly sheet: number;
  readonly set: number;
  readonly all: number;
  /** Processor time of the whole process, thread included: what others do on the machine is not in it. */
  readonly cpu: number;
}

/** The pack as a PDF, warm, with where the time goes. Each file differs from the one before, so that nothing is set from memory. */
export async function packAsPdf(installation: Installation, { rounds }: Effort): Promise<Section> {
  const bench = await installation.database('set');
  try {
    await addBody(bench.database, BODY, 1);
    await fillPack(bench);
    await bench.ask('VACUUM ANALYZE');
    const measured = new Map(KINDS.map((kind) => [kind, [] as Parts[]]));
    for (const [[language, standard]] of measured) {
      for (let file = 0; file < WARM_UP; file++)
        await make(bench, language, standard, `${language} ${standard} warm ${String(file)}`);
    }
    for (let file = 0; file < FILES * rounds; file++) {
      for (const [kind, parts] of measured) parts.push(await make(bench, ...kind, `${kind.join(' ')} ${String(file)}`));
    }
    const rows = [...measured].map(([kind, parts]) => ({ kind, parts: medians(parts) }));
    const slowest = Math.max(...rows.map(({ parts }) => parts.all));
    return {
      title: 'The pack as a PDF',
      about:
        'Milliseconds, medians: a pack of 60 tasks in 11 sections, each section with a summary and each task with a ' +
        'reference, read from the database, put into words, and set by Typst in a thread of the same process. Before ' +
        'each file the title of the handover and a summary change, so that every page is set anew.',
      goals: [limitGoal('the pack as a PDF, warm, in the slowest language', LONGEST, 'ms', slowest)],
      table: table(
        ['', 'read', 'put into words', 'set', 'in all', 'CPU ms'],
        rows.map(({ kind, parts: { read, sheet, set, all, cpu } }) => [
          kind.join(', '),
          ...[read, sheet, set, all, cpu].map((time) => time.toFixed(0)),
        ]),
      ),
    };
  } finally {
    await bench.close();
  }
}

const SUMMARY =
  'Place, dates, invitations and the agenda are settled with both chairs; what is open stands below. '.repeat(4);

/** Past the use cases: what is measured is reading and setting. */
async function fillPack({ database }: BenchDatabase): Promise<void> {
  const at = [BODY, handoverId(0)];
  await database.change(BODY, async (em) => {
    await em.query(
      `UPDATE section SET summary = $3, needs = 'Name the people who take part.' WHERE body_id = $1 AND handover_id = $2`,
      [...at, SUMMARY],
    );
    await em.query(
      `INSERT INTO evidence (body_id, handover_id, task_id, id, title, language, marking, reference, added_by, added_at)
       SELECT body_id, handover_id, id, gen_random_uuid(), 'Note on ' || id, 'en', 'participants',
         'https://documents.example/' || id, 'outgoing', gavel_now()
       FROM task WHERE body_id = $1 AND handover_id = $2`,
      at,
    );
  });
}

async function make(
  { database }: BenchDatabase,
  language: PageLanguage,
  standard: PdfStandard,
  mark: string,
): Promise<Parts> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const pack = await database.read(BODY, (em) => loadPack(em, BODY, handoverId(0), ['public', 'participants']));
  const read = performance.now();
  const sheet = packSheet(changed(pack, mark), language);
  const worded = performance.now();
  await setDocument('pack', sheet, standard);
  const done = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  return {
    read: read - began,
    sheet: worded - read,
    set: done - worded,
    all: done - began,
    cpu: (user + system) / 1000,
  };
}

function changed(pack: Pack, mark: string): Pack {
  const sections = pack.sections.map((section, at) =>
    at === 0 ? { ...section, summary: `${section.summary} ${mark}` } : section,
  );
  return { ...pack, sections, head: { ...pack.head, title: `${pack.head.title} ${mark}` } };
}

function medians(parts: readonly Parts[]): Parts {
  const of = (name: keyof Parts): number => median(parts.map((part) => part[name]));
  return { read: of('read'), sheet: of('sheet'), set: of('set'), all: of('all'), cpu: of('cpu') };
}
