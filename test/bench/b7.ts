import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { renderToString } from 'preact-render-to-string';
import type { Viewer } from '../../src/people/find-session.js';
import { addBody, handoverId } from './bodies.js';
import { contest, type Score } from './contest.js';
import { httpContestant } from './http-contestant.js';
import { CLIENTS, type BenchDatabase, type Installation } from './installation.js';
import { measuredPages, pageRequest, viewerOf, type MeasuredPage } from './page-work.js';
import { startServer, startWeb, type Server } from './programs.js';
import { limitGoal, ratioGoal, scoreTable, table, type Effort, type Section } from './report.js';
import { presentSection } from './reviewed-section.js';
import { openSession, sessionCookie } from './sessions.js';
import { statementsOf } from './statements.js';

const BODY = 'pages';
const LEAST_RATIO = 0.6;
/** Milliseconds of processor time in the server for one page. */
const MOST_CPU = 10;
/** How often a part of a page is done to see what it costs. */
const TIMES = 300;

/** Pages of one handover of sixty tasks over HTTP, against Fastify alone with the same SQL and the same bytes. */
export async function pagesAgainstBareFastify(installation: Installation, effort: Effort): Promise<Section[]> {
  const bench = await installation.database('pages');
  await addBody(bench.database, BODY, 1);
  await presentSection(bench.database, BODY, handoverId(0));
  await bench.ask('VACUUM ANALYZE');
  const web = await startWeb(bench.url);
  const folder = await mkdtemp(join(tmpdir(), 'gavel-bench-'));
  try {
    const sections: Section[] = [];
    for (const page of measuredPages(bench, BODY, handoverId(0))) {
      const secret = await openSession(bench.database, BODY, page.as);
      sections.push(await comparePage({ bench, page, secret, web, folder }, installation.pid, effort));
    }
    return sections;
  } finally {
    await Promise.all([web.stop(), bench.close(), rm(folder, { recursive: true })]);
  }
}

interface Comparison {
  readonly bench: BenchDatabase;
  readonly page: MeasuredPage;
  readonly secret: string;
  readonly web: Server;
  /** For what the bare server is handed. */
  readonly folder: string;
}

async function comparePage(of: Comparison, pid: number, effort: Effort): Promise<Section> {
  const { bench, page, secret, web, folder } = of;
  const headers = [sessionCookie(secret)];
  const html = await htmlOf(web, page.path, secret);
  const statements = await statementsOf(() => work(bench, page, secret));
  const file = join(folder, 'page.json');
  await writeFile(file, JSON.stringify({ html, statements }));
  const environment = { DATABASE_URL: bench.url, PAGE: file };
  const bare = await startServer('test/bench/programs/bare-page.ts', environment, '/ready');
  const bytes = Buffer.byteLength(html);
  const runners = [
    await httpContestant('Gavel', web, { path: page.path, headers, bytes }, pid),
    await httpContestant('bare Fastify', bare, { path: '/page', headers: [], bytes }, pid),
  ];
  const scores = await contest(
    runners.map(({ contestant }) => contestant),
    effort.rounds,
    effort.seconds,
  );
  await Promise.all([...runners.map(({ clients }) => clients.stop()), bare.stop()]);
  const [gavel] = scores;
  return {
    title: page.title,
    about:
      `${bytes} bytes of HTML for ${CLIENTS} clients over HTTP, each with the cookie of a session, not packed. Bare is Fastify ` +
      `with node-postgres: it sends the ${statements.length} statements that Gavel sends for the page, recorded, that of the ` +
      'session among them, and answers the same bytes ready-made. Then the parts, each by itself, one at a time.',
    goals: [
      limitGoal(`${page.title}, processor time in the server`, MOST_CPU, 'ms', gavel?.cpu.server ?? Number.NaN),
      ...(page.isHeldAgainstBare ? [ratioGoal(`${page.title}, against bare Fastify`, LEAST_RATIO, gavel)] : []),
    ],
    table: [...scoreTable('page', scores), '', ...(await partsTable(of, gavel, html))],
  };
}

async function htmlOf({ port }: Server, path: string, secret: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { cookie: sessionCookie(secret).slice('cookie: '.length), 'accept-encoding': 'identity' },
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.text();
}

async function work(bench: BenchDatabase, page: MeasuredPage, secret: string): Promise<unknown> {
  const viewer = await viewerOf(bench, secret);
  return page.read(viewer, pageRequest(viewer, page.path, secret));
}

/** What each part of a page costs; the rest is Fastify, Nest, HTTP, the log and the metrics. */
async function partsTable({ bench, page, secret }: Comparison, gavel: Score | undefined, html: string) {
  const viewer: Viewer = await viewerOf(bench, secret);
  const request = pageRequest(viewer, page.path, secret);
  const session = await cpuOf(() => viewerOf(bench, secret));
  const reading = await cpuOf(() => page.read(viewer, request));
  const element = await page.read(viewer, request);
  const rendering = await cpuOf(() => Promise.resolve(renderToString(element)));
  const { onAnotherDay } = page;
  let days = 0;
  const anew = onAnotherDay && (await cpuOf(() => Promise.resolve(renderToString(onAnotherDay(element, ++days)))));
  const toBrotli = promisify(brotliCompress);
  const packing = await cpuOf(() => toBrotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }));
  const rest = (gavel?.cpu.server ?? Number.NaN) - session - reading - rendering;
  const parts = {
    session,
    reading,
    rendering,
    rest,
    'rendering, when no row is known yet': anew,
    'packing (brotli), where it is asked for': packing,
  };
  return table(
    ['part', 'CPU ms'],
    Object.entries(parts).flatMap(([name, spent]) => (spent === undefined ? [] : [[name, spent.toFixed(2)]])),
  );
}

/** Milliseconds of processor time that a piece of work takes in this process, once it is warm. */
async function cpuOf(piece: () => Promise<unknown>): Promise<number> {
  for (let warming = 0; warming < TIMES; warming++) await piece();
  const before = process.cpuUsage();
  for (let time = 0; time < TIMES; time++) await piece();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / TIMES;
}
