import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { createApp } from '../create-app.js';
import { issueToken } from '../commands/tokens.js';
import { MailWorkModule } from '../delivery/mail-work.module.js';
import { PackWorkModule } from '../delivery/pack-work.module.js';
import type { IsoInstant } from '../engine/words.js';
import { localDate, localTime } from '../engine/time/zones.js';
import { openLog, type Logger } from '../health/log.js';
import { systemCaller } from '../people/caller.js';
import { ApiTokenRow } from '../people/people.entity.js';
import { RevokeToken } from '../people/revoke-token.js';
import { Database } from '../storage/database.js';
import { DemoClock } from './demo-clock.js';
import { DemoModule } from './demo.module.js';
import type { DemoPlace } from './demo-place.js';
import { openStage } from './open-stage.js';
import { DEMO } from '../web/demo-paths.js';
import { DEMO_BEGINS, RABAT_HANDOVER, RABAT_ZONE, rabatStory } from './rabat-story.js';
import { Workdays } from './workdays.js';

/** Who gets a token of the demo, and as what. */
const HOLDERS = [
  ['outgoing lead (Morocco)', 'ma-lead'],
  ['outgoing delegate (Morocco)', 'ma-delegate'],
  ['incoming lead (Portugal)', 'pt-lead'],
  ['secretariat', 'sec-lead'],
  ['observer', 'observer'],
] as const;
const LABEL = 'demo';

/** The application of a demo, with the queue it works, before it is prepared. */
export interface OpenDemo {
  readonly app: NestFastifyApplication;
  readonly close: () => Promise<void>;
}

/** A demo that runs: it serves the API and works the queue until it is closed. */
export interface RunningDemo extends OpenDemo {
  readonly address: string;
  /** Secrets by person. They are of this start: earlier ones open nothing any more. */
  readonly tokens: ReadonlyMap<string, string>;
  readonly now: IsoInstant;
}

/** Opens the application on the database of a demo. */
export async function openDemo({ environment, databaseUrl }: DemoPlace): Promise<OpenDemo> {
  const modules = [MailWorkModule.for({ ...environment, databaseUrl }), PackWorkModule.for(environment), DemoModule];
  const log = openLog('warn', process.stderr);
  const app = await createApp({ environment, databaseUrl, log, modules });
  return { app, close: () => closeQuietly(app, log) };
}

/**
 * Starts the demo: in a new database it first plays the story up to 12 January 2024, 09:00 in Rabat; in one that has
 * it, it goes on where the clock stands.
 * @param tell hears what takes time.
 */
export async function startDemo(
  { app, close }: OpenDemo,
  { environment }: DemoPlace,
  tell: (line: string) => void,
): Promise<RunningDemo> {
  if (!(await hasBody(app))) {
    tell('Playing October 2023 to 12 January 2024, so that there is something to see ...');
    const stage = await openStage(app, rabatStory, () => undefined);
    await new Workdays(stage, rabatStory).play(DEMO_BEGINS);
  }
  const tokens = await issueTokens(app);
  await app.listen(environment.port, environment.host);
  const now = await app.get(DemoClock, { strict: false }).now();
  return { app, address: await app.getUrl(), tokens, now, close };
}

/** The server may go before the last of its connections has said goodbye: that is no news. */
async function closeQuietly(app: NestFastifyApplication, log: Logger): Promise<void> {
  log.level = 'error';
  await app.close();
}

/** What whoever started it needs to know. */
export function describeDemo({ address, tokens, now }: RunningDemo, { variable, environment }: DemoPlace): string {
  const mails = environment.smtpUrl === null ? `files in ${environment.mailDirectory}` : 'sent to SMTP_URL';
  const body = `${address}/api/v1/bodies/${rabatStory.bodyId}`;
  return [
    '',
    `The Rabat Process on ${localDate(now, RABAT_ZONE)}, ${localTime(now, RABAT_ZONE)} in Rabat; the clock stands until it is moved.`,
    '',
    `  pages        ${address}/ (sign in as whom you like; ${address}${DEMO.mailbox} shows every mail)`,
    `  API          ${body}`,
    `  API docs     ${address}/api/docs`,
    `  handover     ${body}/handovers/${RABAT_HANDOVER}`,
    `  mails        ${mails}`,
    '',
    'Tokens, one per role; they hold until the demo is started again:',
    ...HOLDERS.map(([title, id]) => `  ${title.padEnd(28)} ${tokens.get(id) ?? ''}`),
    '',
    'Ask, as the secretariat:',
    `  curl -H "Authorization: Bearer ${tokens.get('sec-lead') ?? ''}" ${body}/tasks/mine`,
    '',
    'Move the clock, by either; mail that falls due goes out at once:',
    `  ${variable} npm run gavel -- clock forward 1d`,
    `  curl -X POST -H "Authorization: Bearer ${tokens.get('sec-lead') ?? ''}" -H 'Content-Type: application/json' \\`,
    `    -d '{"forward": 1, "unit": "days"}' ${address}/api/v1/demo/clock`,
    '',
    'Ctrl-C ends it; npm run demo goes on from here, npm run demo -- --fresh begins anew.',
  ].join('\n');
}

/** Whether a demo was ended while its story was being played: such a story cannot be taken up again. */
export async function isHalfPrepared({ databaseUrl }: DemoPlace): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ half: boolean }>(
      `SELECT gavel_now() < $1 AND EXISTS (SELECT FROM all_bodies()) AS half FROM installation`,
      [DEMO_BEGINS],
    );
    return rows[0]?.half === true;
  } finally {
    await client.end();
  }
}

async function hasBody(app: NestFastifyApplication): Promise<boolean> {
  const rows: { body_id: string }[] = await app.get(DataSource).query('SELECT body_id FROM all_bodies()');
  return rows.some(({ body_id: id }) => id === rabatStory.bodyId);
}

/** New ones for this start, and an end to those of the last: a secret is shown once and kept nowhere. */
async function issueTokens(app: NestFastifyApplication): Promise<ReadonlyMap<string, string>> {
  const { bodyId } = rabatStory;
  const old = await app.get(Database).read(bodyId, (em) => em.findBy(ApiTokenRow, { bodyId, label: LABEL }));
  for (const { id, version, revokedAt } of old) {
    if (revokedAt === null) await app.get(RevokeToken).execute(systemCaller(bodyId), id, version);
  }
  const tokens = new Map<string, string>();
  for (const [, personId] of HOLDERS) tokens.set(personId, await issueToken(app, bodyId, personId, LABEL, null));
  return tokens;
}
