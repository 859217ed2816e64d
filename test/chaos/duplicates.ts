import { expect } from '@jest/globals';
import type { MailLog } from './mail-log.js';
import type { OurProcess } from './our-process.js';

/**
 * How long before it is killed a worker may have been told that a mail was taken without having written it down yet, in
 * milliseconds; on a machine that is busy with other things.
 */
const UNWRITTEN = 2_000;

/** What a worker had sent when it was killed may still be on its way to the mail server, in milliseconds. */
const STILL_COMING = 50;

/**
 * Counts the mails beyond the first with the same Message-ID. Each of them is owed to a kill: the mail server had taken
 * the mail just before, and nobody lived to say so.
 */
export function expectDuplicatesOnlyByKills(mails: MailLog, killed: readonly OurProcess[]): number {
  const kills = killed.flatMap((process) => process.killedAt);
  const pairs = mails
    .repeated()
    .flatMap((arrivals) => arrivals.slice(1).map((again, before) => ({ again, first: arrivals[before] })));
  const unexplained = pairs.filter(
    ({ first, again }) =>
      !kills.some(
        (at) => first !== undefined && first.at <= at + STILL_COMING && at - UNWRITTEN <= first.at && at <= again.at,
      ),
  );
  expect(unexplained.map(({ again }) => again.messageId)).toEqual([]);
  return pairs.length;
}
