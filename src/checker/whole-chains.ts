import { createHash, createHmac } from 'node:crypto';
import { chainVerifier, type ChainVerdict, type ExportedEntry } from '../engine/account/record-check.js';
import type { BodyView, Finding, Rule } from './rule.js';

interface AccountRow {
  readonly stream: string;
  readonly seq: number;
  readonly head: string;
}

interface EntryRow {
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
  readonly entry: string;
  readonly text: string | null;
  readonly key: string | null;
  /** The columns beside the entry, which repeat parts of it for reading. */
  readonly shown: Readonly<Record<'at' | 'actor' | 'action' | 'subject', string>>;
}

/** Entries that are in memory at a time. */
const AT_A_TIME = 5_000;

const ACCOUNTS = 'SELECT stream::text, seq::int, head FROM account WHERE body_id = $1 ORDER BY stream';

const ENTRIES = `
  SELECT e.seq::int, e.prev_hash AS "prevHash", e.hash, e.entry, t.text, t.key,
    jsonb_build_object('at', iso_instant(e.at), 'actor', e.actor, 'action', e.action, 'subject', e.subject) AS shown
  FROM account_entry e LEFT JOIN account_text t USING (body_id, stream, seq)
  WHERE e.body_id = $1 AND e.stream = $2 AND e.seq > $3 ORDER BY e.seq LIMIT $4`;

/** Product invariant 5: every account is one whole chain up to its head, and its texts are those that were digested. */
export const wholeChains: Rule = {
  name: 'accounts are whole chains',
  async check(view) {
    const accounts = await view.ask<AccountRow>(ACCOUNTS);
    let looked = 0;
    const findings: Finding[] = [];
    for (const account of accounts) {
      const found = await checkAccount(view, account);
      looked += found.looked;
      findings.push(...found.findings);
    }
    return { looked, findings };
  },
};

async function checkAccount(
  view: BodyView,
  { stream, seq, head }: AccountRow,
): Promise<{ looked: number; findings: Finding[] }> {
  const about = `account:${stream}`;
  const verifier = chainVerifier(sha256, { witnessed: [{ seq, hash: head }], hmac });
  const findings: Finding[] = [];
  let looked = 0;
  let last = 0;
  for (;;) {
    const rows = await view.ask<EntryRow>(ENTRIES, stream, last, AT_A_TIME);
    for (const row of rows) {
      verifier.add(asExported(row));
      if (!repeats(row))
        findings.push({ body: view.id, about, what: `entry ${String(row.seq)} is not what is shown of it` });
    }
    looked += rows.length;
    last = rows.at(-1)?.seq ?? last;
    if (rows.length < AT_A_TIME) break;
  }
  const fault = faultOf(verifier.finish(), looked, seq);
  return { looked, findings: fault === null ? findings : [{ body: view.id, about, what: fault }, ...findings] };
}

function faultOf(verdict: ChainVerdict, looked: number, seq: number): string | null {
  if (!verdict.ok) return `entry ${String(verdict.firstBad)} is ${verdict.reason}`;
  return looked === seq ? null : `has ${String(looked)} entries, but its head is number ${String(seq)}`;
}

function repeats({ entry, shown }: EntryRow): boolean {
  try {
    const inside = JSON.parse(entry) as Readonly<Record<string, unknown>>;
    return Object.entries(shown).every(([name, value]) => inside[name] === value);
  } catch {
    return false;
  }
}

function asExported({ seq, prevHash, hash, entry, text, key }: EntryRow): ExportedEntry {
  const kept = text === null || key === null ? null : { key, text };
  return { seq, prevHash, hash, entryText: entry, kept };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function hmac(key: string, text: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(text, 'utf8').digest('hex');
}
