import { join } from 'node:path';
import { checkInstallation, type Report } from '../checker/check-installation.js';
import { readMailFolder } from '../checker/mail-log.js';
import type { TaskState } from '../engine/tasks/task.js';
import type { IsoInstant } from '../engine/words.js';
import { Database } from '../storage/database.js';
import { takeArchives, type TakenArchive } from './archive-scenes.js';
import type { DemoPlace } from './demo-place.js';
import type { Stage } from './stage.js';
import type { Story } from './story.js';

/** How a handover of a story ended. */
export interface HandoverSummary {
  readonly id: string;
  readonly state: string;
  readonly effectedAt: IsoInstant | null;
  readonly how: string | null;
  readonly tasks: Readonly<Partial<Record<TaskState, number>>>;
  readonly revisions: number;
}

/** What a story came to. */
export interface PlaySummary {
  readonly handovers: readonly HandoverSummary[];
  readonly mails: {
    readonly sent: number;
    readonly digests: number;
    readonly byLanguage: Readonly<Record<string, number>>;
    /** Messages that the mails carried: reminders together, news by kind. */
    readonly messages: Readonly<Record<string, number>>;
  };
  /** How often each ground was met on which something was refused. */
  readonly refusals: Readonly<Record<string, number>>;
  /** Newest entry of each account. */
  readonly heads: readonly { readonly stream: string; readonly seq: number; readonly head: string }[];
  /** Every term that has had the chair since the story began, in order. */
  readonly chairs: readonly {
    readonly term: string;
    readonly holder: string;
    readonly from: IsoInstant;
    readonly until: IsoInstant | null;
  }[];
  /** Of each handover whose file was closed. */
  readonly archives: readonly TakenArchive[];
  readonly report: Report;
}

const HANDOVERS = `
  SELECT h.id::text, h.state, iso_instant(h.effected_at) AS "effectedAt", h.effected_how AS how, h.plan_revision AS revisions,
    (SELECT jsonb_object_agg(state, count) FROM (SELECT state, count(*) FROM task
      WHERE body_id = $1 AND handover_id = h.id GROUP BY state) AS counted) AS tasks
  FROM handover h WHERE h.body_id = $1 ORDER BY h.id`;
const HEADS = 'SELECT stream::text, seq::int, head FROM account WHERE body_id = $1 ORDER BY stream';
const CHAIRS = `
  SELECT t.id::text AS term, m.name AS holder, iso_instant(t.chair_from) AS from, iso_instant(t.chair_until) AS until
  FROM term t JOIN term_holder h ON h.body_id = $1 AND h.term_id = t.id JOIN member m ON m.body_id = $1 AND m.id = h.member_id
  WHERE t.body_id = $1 AND t.chair_from IS NOT NULL AND (t.chair_until IS NULL OR t.chair_until > $2)
  ORDER BY t.chair_from`;

/** Adds up what a story came to, and has the checker judge it: from the database, and from the mails where they are files. */
export async function sumUp(stage: Stage, story: Story, place: DemoPlace): Promise<PlaySummary> {
  const { bodyId } = story;
  function read<Row>(sql: string, ...more: unknown[]): Promise<Row[]> {
    return stage.get(Database).read(bodyId, (em) => em.query(sql, [bodyId, ...more]));
  }
  const { dataDirectory, smtpUrl, mailDirectory } = place.environment;
  return {
    archives: await takeArchives(stage, story, join(dataDirectory, 'archives')),
    handovers: await read<HandoverSummary>(HANDOVERS),
    mails: mailsOf(stage),
    refusals: counted(stage.refusals.flatMap(({ codes }) => codes)),
    heads: await read<PlaySummary['heads'][number]>(HEADS),
    chairs: await read<PlaySummary['chairs'][number]>(CHAIRS, story.begins),
    report: await checkInstallation(place.databaseUrl, {
      grace: 0,
      ...(smtpUrl === null ? { mails: await readMailFolder(mailDirectory) } : {}),
    }),
  };
}

function mailsOf({ mails }: Stage): PlaySummary['mails'] {
  return {
    sent: mails.filter(({ state }) => state === 'sent').length,
    digests: mails.filter(({ isDigest }) => isDigest).length,
    byLanguage: counted(mails.map(({ language }) => language)),
    messages: counted(mails.flatMap(({ items }) => items.map(({ kind }) => kind))),
  };
}

function counted(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}
