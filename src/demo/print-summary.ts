import { printReport } from '../checker/print-report.js';
import type { PlaySummary } from './summary.js';

/** The summary in lines. Hashes differ from run to run: ids and the keys of texts are random. */
export function printSummary({ handovers, mails, refusals, heads, chairs, archives, report }: PlaySummary): string {
  return [
    'SUMMARY',
    ...handovers.map(({ id, state, effectedAt, how, tasks, revisions }) => {
      const effect = effectedAt === null ? 'not in effect' : `in effect since ${effectedAt}, ${how ?? ''}`;
      return `Handover ${id}: ${state}, ${effect}; tasks: ${listed(tasks)}; ${revisions} revisions of the plan`;
    }),
    `Mails: ${mails.sent} sent, ${mails.digests} of them digests; by language: ${listed(mails.byLanguage)}`,
    `Messages in them: ${listed(mails.messages)}`,
    `Refused on the grounds of: ${listed(refusals)}`,
    ...chairs.map(
      ({ term, holder, from, until }) =>
        `Chair: ${holder} (${term}) from ${from}${until === null ? ', now' : ` to ${until}`}`,
    ),
    ...heads.map(({ stream, seq, head }) => `Account ${stream}: ${seq} entries, head ${head}`),
    ...archives.flatMap(({ handoverId, path, found }) => [
      '',
      `Archive of ${handoverId}: ${path}`,
      `npm run gavel -- verify ${path}`,
      ...found.split('\n').map((line) => `  ${line}`),
    ]),
    '',
    printReport(report),
  ].join('\n');
}

function listed(counts: Readonly<Record<string, number | undefined>>): string {
  const entries = Object.entries(counts).map(([name, count]) => `${name} ${count ?? 0}`);
  return entries.length === 0 ? 'none' : entries.join(', ');
}
