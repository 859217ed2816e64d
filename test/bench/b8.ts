import { Agent, get } from 'node:http';
import { addBody, handoverId } from './bodies.js';
import { median } from './contest.js';
import type { BenchDatabase, Installation } from './installation.js';
import { copyHandover } from './many-handovers.js';
import { startWeb, type Server } from './programs.js';
import { slownessGoal, table, type Effort, type Section } from './report.js';
import { openSession } from './sessions.js';

const BODY = 'many';
const FEW = 10;
/** How many times as long the first byte of a page may take among many handovers as among few. */
const MOST_SLOWNESS = 1.25;
/** Requests of each page in one round, of each server in turn. */
const REQUESTS = 40;

interface Page {
  readonly title: string;
  readonly path: string;
  readonly as: 'outgoing' | 'secretariat';
  /** Whether it was promised that many handovers do not make it slower. */
  readonly isPromised: boolean;
}

const OF_BODY = `/bodies/${BODY}/handovers`;
const OF_HANDOVER = `${OF_BODY}/${handoverId(0)}`;
const PAGES: readonly Page[] = [
  { title: 'overview', path: OF_HANDOVER, as: 'outgoing', isPromised: true },
  { title: 'list of tasks', path: `${OF_HANDOVER}/tasks?show=all`, as: 'outgoing', isPromised: true },
  { title: 'list of handovers, secretariat', path: OF_BODY, as: 'secretariat', isPromised: false },
  { title: 'list of handovers, a chair', path: OF_BODY, as: 'outgoing', isPromised: false },
];

/** An installation with so many handovers, and who looks at it. */
interface Site {
  readonly bench: BenchDatabase;
  readonly web: Server;
  readonly agent: Agent;
  readonly secrets: Readonly<Record<Page['as'], string>>;
}

/** How long the first byte of a page takes, among a few handovers and among many. */
export async function pagesAmongMany(installation: Installation, effort: Effort): Promise<Section> {
  const sites = [await open(installation, 'few', FEW), await open(installation, 'many', effort.many)] as const;
  try {
    const measured: { readonly page: Page; readonly few: number; readonly many: number }[] = [];
    for (const page of PAGES) measured.push({ page, ...(await compare(page, sites, effort.rounds)) });
    return {
      title: 'Pages among many handovers',
      about:
        `Milliseconds from a request to the first byte of its answer, medians, one request at a time, of an installation with ${FEW} ` +
        `handovers of 60 tasks in one body and of one with ${effort.many}, in turn. The many are copies of one, made in SQL with all ` +
        'that belongs to it but its reminders.',
      goals: measured
        .filter(({ page }) => page.isPromised)
        .map(({ page, few, many }) =>
          slownessGoal(`first byte of the ${page.title}, among many handovers`, MOST_SLOWNESS, many / few),
        ),
      table: table(
        ['', `among ${FEW}`, `among ${effort.many}`, 'ratio'],
        measured.map(({ page, few, many }) => [page.title, few.toFixed(1), many.toFixed(1), (many / few).toFixed(2)]),
      ),
    };
  } finally {
    await Promise.all(sites.map(close));
  }
}

async function open(installation: Installation, name: string, handovers: number): Promise<Site> {
  const bench = await installation.database(name, 'does not wait for the disk');
  await addBody(bench.database, BODY, FEW);
  if (handovers > FEW) await copyHandover(bench, BODY, handoverId(1), handovers - FEW);
  const outgoing = await openSession(bench.database, BODY, 'outgoing');
  const secretariat = await openSession(bench.database, BODY, 'secretariat');
  await bench.ask('VACUUM ANALYZE');
  const web = await startWeb(bench.url);
  return { bench, web, agent: new Agent({ keepAlive: true }), secrets: { outgoing, secretariat } };
}

async function close({ bench, web, agent }: Site): Promise<void> {
  agent.destroy();
  await web.stop();
  await bench.close();
}

async function compare(
  page: Page,
  [few, many]: readonly [Site, Site],
  rounds: number,
): Promise<{ readonly few: number; readonly many: number }> {
  const times = { few: [] as number[], many: [] as number[] };
  for (let warming = 0; warming < REQUESTS; warming++) {
    await firstByte(few, page);
    await firstByte(many, page);
  }
  for (let request = 0; request < REQUESTS * rounds; request++) {
    times.few.push(await firstByte(few, page));
    times.many.push(await firstByte(many, page));
  }
  return { few: median(times.few), many: median(times.many) };
}

/** Milliseconds until the head of an answer is there. */
function firstByte({ web, agent, secrets }: Site, { path, as }: Page): Promise<number> {
  const headers = { cookie: `gavel-session=${secrets[as]}` };
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get({ port: web.port, host: '127.0.0.1', path, headers, agent }, (answer) => {
      const took = performance.now() - began;
      if (answer.statusCode !== 200) reject(new Error(`${path} answered ${String(answer.statusCode)}`));
      answer.resume().once('end', () => resolve(took));
    }).on('error', reject);
  });
}
