import { addBody, handoverId } from './bodies.js';
import { contest } from './contest.js';
import { httpContestant, lengthOf } from './http-contestant.js';
import { CLIENTS, type Installation } from './installation.js';
import { startServer, startWeb } from './programs.js';
import { ratioGoal, scoreTable, type Effort, type Section } from './report.js';
import { issueTokens } from './tokens.js';

const BODY = 'reads';

/** A page that is read, what the bare server calls it, and how fast it should be. */
interface Read {
  readonly title: string;
  readonly path: string;
  readonly bare: string;
  readonly goal: number;
}

const READS: readonly Read[] = [
  { title: 'What waits for me', path: `/api/v1/bodies/${BODY}/tasks/mine`, bare: `mine/${BODY}/outgoing`, goal: 0.5 },
  {
    title: 'A handover with 60 tasks',
    path: `/api/v1/bodies/${BODY}/handovers/${handoverId(0)}`,
    bare: `handover/${BODY}/${handoverId(0)}`,
    goal: 0.7,
  },
];

/** Reads of one handover of sixty tasks over HTTP, against Fastify alone with the same SQL and the same bytes. */
export async function readsAgainstBareFastify(installation: Installation, effort: Effort): Promise<Section[]> {
  const bench = await installation.database('reads');
  await addBody(bench.database, BODY, 1);
  const { outgoing } = await issueTokens(bench.database, BODY);
  await bench.ask('VACUUM ANALYZE');
  const web = await startWeb(bench.url);
  const bare = await startServer('test/bench/programs/bare-reads.ts', { DATABASE_URL: bench.url }, '/ready');
  const headers = [`authorization: Bearer ${outgoing}`];
  const compare = async ({ title, path, bare: name, goal }: Read): Promise<Section> => {
    const bytes = await lengthOf(web, path, headers);
    const runners = [
      await httpContestant('Gavel', web, { path, headers, bytes }, installation.pid),
      await httpContestant('bare, not fenced', bare, { path: `/open/${name}`, headers: [], bytes }, installation.pid),
      await httpContestant('bare Fastify', bare, { path: `/fenced/${name}`, headers: [], bytes }, installation.pid),
    ];
    const contestants = runners.map(({ contestant }) => contestant);
    const scores = await contest(contestants, effort.rounds, effort.seconds);
    for (const { clients } of runners) await clients.stop();
    return {
      title,
      about:
        `${bytes} bytes of JSON for ${CLIENTS} clients over HTTP. Bare is Fastify with node-postgres: it knows no tokens, ` +
        'roles, parties, limits, log or measurements, and answers the same bytes from the same statements, prepared, in a ' +
        'read-only transaction behind the fence; not fenced, it asks without a transaction as the owner of everything.',
      goals: [ratioGoal(`${title}, against bare Fastify`, goal, scores[0])],
      table: scoreTable('answer', scores),
    };
  };
  try {
    const sections: Section[] = [];
    for (const read of READS) sections.push(await compare(read));
    return sections;
  } finally {
    await Promise.all([web.stop(), bare.stop(), bench.close()]);
  }
}
