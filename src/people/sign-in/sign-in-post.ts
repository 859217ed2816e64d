import type { Language } from '../../engine/words.js';

/** Under which the way of mails about signing in is provided: by whatever carries mail. */
export const SIGN_IN_POST = Symbol('post of sign-in');

/** Whom a mail goes to, and for which body. */
export interface Addressee {
  readonly bodyId: string;
  readonly bodyName: string;
  readonly name: string;
  readonly mail: string;
  readonly language: Language;
}

/** What happened to somebody's second factors, for the mail that tells them. */
export type FactorNews = 'added' | 'removed' | 'reset' | 'recovery_used' | 'recovery_made';

/** Sends the mails of signing in. Neither ever rejects, and nothing secret is written down on the way. */
export interface SignInPost {
  /** @param link whole address. @param code six digits. @param minutes for which both hold. */
  sendLink(to: Addressee, link: string, code: string, minutes: number): Promise<void>;
  tell(to: Addressee, news: FactorNews): Promise<void>;
}
