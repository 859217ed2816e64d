import { signInMails as enSignIn, type SignInMailTexts } from '../../../config/languages/en/sign-in-mails.js';
import { en, type MailTexts } from '../../../config/languages/en/mails.js';
import { fr } from '../../../config/languages/fr/mails.js';
import { signInMails as frSignIn } from '../../../config/languages/fr/sign-in-mails.js';
import { signInMails as ptSignIn } from '../../../config/languages/pt/sign-in-mails.js';
import { pt } from '../../../config/languages/pt/mails.js';
import type { Language } from '../../engine/words.js';

/** What mails say, in every language that a person may have. */
export const MAIL_TEXTS: Readonly<Record<Language, MailTexts>> = { en, fr, pt };

/** What mails about signing in say. */
export const SIGN_IN_MAIL_TEXTS: Readonly<Record<Language, SignInMailTexts>> = {
  en: enSignIn,
  fr: frSignIn,
  pt: ptSignIn,
};
