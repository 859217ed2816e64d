import type { MailLog } from './mail-log.js';
import type { Finding, Verdict, BodyView } from './rule.js';

interface MailRow {
  readonly id: string;
  readonly messageId: string;
  readonly state: string;
  readonly attempts: number;
  /** Attempts of which nobody lived to say how they went; the mail server may have taken any of them. */
  readonly unanswered: number;
}

/** Mails that arrived more than once, which at-least-once delivery allows where a process died. */
export interface Arrived extends Verdict {
  readonly duplicates: number;
}

/** Holds a log of mails that arrived against the ledgers of all bodies. */
export async function checkArrivals(log: MailLog, views: readonly BodyView[]): Promise<Arrived> {
  const findings: Finding[] = [];
  const known = new Set<string>();
  let duplicates = 0;
  for (const view of views) {
    for (const mail of await readMails(view)) {
      if (known.has(mail.messageId))
        findings.push(about(view.id, mail, `has the Message-ID of another: ${mail.messageId}`));
      known.add(mail.messageId);
      const times = log.get(mail.messageId) ?? 0;
      duplicates += Math.max(0, times - 1);
      const fault = faultOf(mail, times);
      if (fault !== null) findings.push(about(view.id, mail, fault));
    }
  }
  const strangers = [...log.keys()].filter((id) => !known.has(id));
  findings.push(
    ...strangers.map((id) => ({ body: '', about: `mail:${id}`, what: 'arrived, and no ledger knows of it' })),
  );
  return { looked: log.size, findings, duplicates };
}

async function readMails(view: BodyView): Promise<MailRow[]> {
  return view.ask<MailRow>(
    'SELECT id::text, message_id AS "messageId", state, attempts, unanswered FROM delivery WHERE body_id = $1 ORDER BY id',
  );
}

function faultOf({ state, attempts, unanswered }: MailRow, times: number): string | null {
  if (state === 'sent' && times === 0) return 'is sent by the ledger, but never arrived';
  if (times > attempts) return `arrived ${String(times)} times, but was tried only ${String(attempts)} times`;
  const isDenied = state === 'skipped' && times > unanswered;
  return isDenied ? 'arrived, but the ledger says that it was not sent' : null;
}

function about(body: string, { id }: MailRow, what: string): Finding {
  return { body, about: `delivery:${id}`, what };
}
