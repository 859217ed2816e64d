import { secondsAfter, type BodyView, type Finding, type Rule } from './rule.js';

interface MessageRow {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly state: string;
  readonly reason: string | null;
  readonly dueAt: string;
  /** How its places in mails stand. */
  readonly items: readonly { readonly state: string; readonly reason: string | null; readonly mail: string }[];
}

interface MailRow {
  readonly id: string;
  readonly state: string;
  readonly sendAt: string;
  readonly sentAt: string | null;
  readonly error: string | null;
  readonly itemStates: readonly string[];
}

const MESSAGES = `
  SELECT n.id::text, n.kind, n.subject, n.state, n.reason, iso_instant(n.due_at) AS "dueAt",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('state', i.state, 'reason', i.reason, 'mail', d.state)), '[]')
      FROM delivery_item i JOIN delivery d ON d.body_id = $1 AND d.id = i.delivery_id
      WHERE i.body_id = $1 AND i.notification_id = n.id) AS items
  FROM notification n WHERE n.body_id = $1 AND n.due_at <= $2`;

const MAILS = `
  SELECT d.id::text, d.state, iso_instant(d.send_at) AS "sendAt", iso_instant(d.sent_at) AS "sentAt", d.last_error AS error,
    ARRAY(SELECT DISTINCT i.state FROM delivery_item i WHERE i.body_id = $1 AND i.delivery_id = d.id) AS "itemStates"
  FROM delivery d WHERE d.body_id = $1`;

const AT_REST: readonly string[] = ['sent', 'skipped', 'failed'];

/** Product invariant 4: nothing that was due is lost; each message is sent, or its row says why not. */
export const toldOrExplained: Rule = {
  name: 'everything due was sent or is explained',
  async check(view) {
    const latest = secondsAfter(view.now, -view.allowances.grace);
    const messages = await view.ask<MessageRow>(MESSAGES, latest);
    const mails = await view.ask<MailRow>(MAILS);
    const unsaid = messages.flatMap((message) => finding(view, `message:${message.id}`, faultOfMessage(message)));
    const unsent = mails.flatMap((mail) => finding(view, `delivery:${mail.id}`, faultOfMail(mail, latest)));
    return { looked: messages.length + mails.length, findings: [...unsaid, ...unsent] };
  },
};

function faultOfMessage({ kind, subject, state, reason, dueAt, items }: MessageRow): string | null {
  const which = `${kind} about ${subject}, due ${dueAt},`;
  if (state === 'owed') return `${which} was never addressed to anybody`;
  if (state === 'void') return reason === null ? `${which} is void, and nobody knows why` : null;
  if (items.length === 0) return `${which} is ${state}, but in nobody’s mail`;
  const unexplained = items.filter((item) => item.state === 'skipped' && item.reason === null);
  if (unexplained.length > 0) return `${which} was left out of a mail, and nobody knows why`;
  const waiting = items.some((item) => item.state === 'waiting');
  if (state === 'settled' && waiting) return `${which} is settled, but still waits in a mail`;
  if (state === 'addressed' && !waiting) return `${which} is neither settled nor waiting in a mail`;
  const stranded = items.some((item) => item.state === 'waiting' && AT_REST.includes(item.mail));
  return stranded ? `${which} waits in a mail that nobody will send` : null;
}

function faultOfMail({ state, sendAt, sentAt, error, itemStates }: MailRow, latest: string): string | null {
  if (state === 'sent') {
    if (sentAt === null) return 'is sent, at no known time';
    return itemStates.includes('sent') ? null : 'was sent with nothing in it';
  }
  if (itemStates.includes('sent')) return `is ${state}, but something in it counts as sent`;
  if (state === 'failed') return error === null ? 'has failed, and nobody knows why' : null;
  if (state === 'skipped') return null;
  return sendAt <= latest && itemStates.includes('waiting') ? `was to be sent at ${sendAt}, and is ${state}` : null;
}

function finding(view: BodyView, about: string, what: string | null): Finding[] {
  return what === null ? [] : [{ body: view.id, about, what }];
}
