import type { IsoInstant } from '../engine/words.js';
import type { Reachability } from './reachability.js';

/** A mail, ready to be carried. Texts are checked: no line breaks or control characters where a header is made of them. */
export interface Mail {
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
  /** Names the list that the mail belongs to, so that readers can sort by it. */
  readonly list: { readonly id: string; readonly name: string };
  readonly at: IsoInstant;
}

/**
 * What became of a mail that was handed over:
 * - `accepted`: it is the mail server's now.
 * - `put_off`: the server said "not now" to this mail, or let go of it half-way.
 * - `refused`: the server will not have it, now or later.
 * - `unreachable`: the server answers nobody just now; the mail has nothing to do with it.
 * - `too_late`: its turn came after what was decided about it had grown old; nothing was sent.
 *
 * `answer` may be shown to people: it is short and names no address.
 */
export type Carriage =
  | { readonly kind: 'accepted' | 'too_late' }
  | { readonly kind: 'put_off' | 'refused' | 'unreachable'; readonly answer: string };

/** Under which the carrier of a process is provided. */
export const CARRIER = Symbol('carrier of mails');

/** How mails leave this process. */
export interface Carrier {
  readonly reachability: Reachability;
  /**
   * Never rejects: whatever happens to a mail is an answer.
   * @param isTooLate asked when the mail's turn has come.
   */
  carry(mail: Mail, isTooLate: () => boolean): Promise<Carriage>;
  /** Finishes what is on its way, and lets go of the server. */
  close(): Promise<void>;
}
