import { en, type MailTexts } from '../../../config/languages/en/mails.js';
import { fr } from '../../../config/languages/fr/mails.js';
import { pt } from '../../../config/languages/pt/mails.js';
import type { Language } from '../../engine/words.js';

/** What mails say, in every language that a person may have. */
export const MAIL_TEXTS: Readonly<Record<Language, MailTexts>> = { en, fr, pt };
