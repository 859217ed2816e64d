import { GENESIS } from './record.js';
import type { ChainedEntry, ChainHead, Hmac, Sha256 } from './record.js';

/** A text as its erasable row keeps it, with the key of its digest. */
export interface KeptText {
  readonly key: string;
  readonly text: string;
}

/** An entry as an export brings it: with its free text where there is one that was not erased. */
export interface ExportedEntry extends ChainedEntry {
  readonly kept?: KeptText | null;
}

/**
 * What is wrong with an account:
 * - `altered`: the entry does not have the hash that stands beside it, or its number is another inside than outside;
 * - `missing`: the next entry is not there, a later one is;
 * - `out_of_order`: the entry comes a second time, or after a later one;
 * - `unlinked`: it is chained to another entry than the one before it, so something was put in, taken out or rewritten;
 * - `truncated`: someone holds the head of a longer account;
 * - `other_head`: someone holds another hash of this entry, so the account was chained anew from here or before;
 * - `text_differs`: the text that goes with the entry is not the one that was digested.
 */
export type ChainFault =
  'altered' | 'missing' | 'out_of_order' | 'unlinked' | 'truncated' | 'other_head' | 'text_differs';

/** `firstBad` is the number of the first entry that is wrong, or that is not there. */
export type ChainVerdict =
  | { readonly ok: true; readonly count: number; readonly head: ChainHead }
  | { readonly ok: false; readonly firstBad: number; readonly reason: ChainFault };

export interface ChainEvidence {
  /**
   * Heads that others hold: from sign-off mails, packs, or the row of the head itself. An account that its owner
   * chained anew from the start is whole in itself; only these show it.
   */
  readonly witnessed?: readonly ChainHead[];
  /** When given, the texts that come with the entries are checked too. An erased text is no fault. */
  readonly hmac?: Hmac;
}

/** Checks an account entry by entry, so that millions of them need not be in memory. */
export interface ChainVerifier {
  /** Takes the next entry; false once something is wrong, and all later entries are then ignored. */
  add(entry: ExportedEntry): boolean;
  /** The verdict on all that was added. */
  finish(): ChainVerdict;
}

export function chainVerifier(sha256: Sha256, evidence: ChainEvidence = {}): ChainVerifier {
  const witnessed = [...(evidence.witnessed ?? [])].sort((one, other) => one.seq - other.seq);
  let head = GENESIS;
  let bad: { readonly firstBad: number; readonly reason: ChainFault } | null = null;
  return {
    add(entry) {
      if (bad !== null) return false;
      bad = faultOf(entry, head, sha256) ?? faultOfText(entry, evidence.hmac) ?? faultOfHash(entry, witnessed);
      if (bad === null) head = { seq: entry.seq, hash: entry.hash };
      return bad === null;
    },
    finish() {
      if (bad === null && (witnessed.at(-1)?.seq ?? 0) > head.seq)
        bad = { firstBad: head.seq + 1, reason: 'truncated' };
      return bad === null ? { ok: true, count: head.seq, head } : { ok: false, ...bad };
    },
  };
}

/** Checks a whole account, in the order in which it is given. The reason and place of the first fault, or its head. */
export function verifyChain(entries: Iterable<ExportedEntry>, sha256: Sha256, evidence?: ChainEvidence): ChainVerdict {
  const verifier = chainVerifier(sha256, evidence);
  for (const entry of entries) if (!verifier.add(entry)) break;
  return verifier.finish();
}

/**
 * How a kept text stands to the digest in the chain: `none` when nothing was written, `erased` when it is gone,
 * `differs` also for a text that the chain knows nothing of.
 */
export function textVerdict(
  textDigest: string | null,
  kept: KeptText | null,
  hmac: Hmac,
): 'none' | 'erased' | 'matches' | 'differs' {
  if (kept === null) return textDigest === null ? 'none' : 'erased';
  return hmac(kept.key, kept.text) === textDigest ? 'matches' : 'differs';
}

interface Fault {
  readonly firstBad: number;
  readonly reason: ChainFault;
}

function faultOf(entry: ChainedEntry, head: ChainHead, sha256: Sha256): Fault | null {
  const expected = head.seq + 1;
  if (entry.seq > expected) return { firstBad: expected, reason: 'missing' };
  if (entry.seq < expected) return { firstBad: entry.seq, reason: 'out_of_order' };
  if (sha256(entry.prevHash + entry.entryText) !== entry.hash) return { firstBad: entry.seq, reason: 'altered' };
  if (claims(entry.entryText)?.seq !== entry.seq) return { firstBad: entry.seq, reason: 'altered' };
  return entry.prevHash === head.hash ? null : { firstBad: entry.seq, reason: 'unlinked' };
}

function faultOfText(entry: ExportedEntry, hmac: Hmac | undefined): Fault | null {
  if (hmac === undefined) return null;
  const digest = claims(entry.entryText)?.textDigest ?? null;
  const verdict = textVerdict(digest, entry.kept ?? null, hmac);
  return verdict === 'differs' ? { firstBad: entry.seq, reason: 'text_differs' } : null;
}

function faultOfHash(entry: ChainedEntry, witnessed: readonly ChainHead[]): Fault | null {
  const other = witnessed.some((head) => head.seq === entry.seq && head.hash !== entry.hash);
  return other ? { firstBad: entry.seq, reason: 'other_head' } : null;
}

/** What an entry says of itself; null when its text is not that of an entry. */
function claims(text: string): { readonly seq: number; readonly textDigest: string | null } | null {
  try {
    const entry: unknown = JSON.parse(text);
    if (typeof entry !== 'object' || entry === null || !('seq' in entry) || !('textDigest' in entry)) return null;
    const { seq, textDigest } = entry;
    if (typeof seq !== 'number' || (typeof textDigest !== 'string' && textDigest !== null)) return null;
    return { seq, textDigest };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
