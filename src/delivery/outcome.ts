import type { IsoInstant } from '../engine/words.js';

/**
 * How an attempt to send a mail ended:
 * - `sent`: the mail server has taken it.
 * - `put_off`: it said "not now"; the mail is tried again at `retryAt`.
 * - `failed`: it refused the mail, or the mail cannot be made; nobody tries again until somebody asks for it.
 * - `given_back`: it was not tried after all, or the mail server could not be reached; it waits until `retryAt`.
 */
export type Outcome = Attempt &
  (
    | { readonly kind: 'sent' }
    | { readonly kind: 'put_off' | 'given_back'; readonly retryAt: IsoInstant; readonly answer: string | null }
    | { readonly kind: 'failed'; readonly answer: string }
  );

/** Which attempt at which mail. */
export interface Attempt {
  readonly bodyId: string;
  readonly id: string;
  readonly attempt: number;
}
