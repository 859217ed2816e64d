import type { Mail } from '../carrier.js';
import type { DecidedMail } from '../decided-mail.js';
import { asHtml } from './as-html.js';
import { asText } from './as-text.js';
import { oneLine } from './clean-text.js';
import { writeContent } from './write-content.js';

/**
 * One address and nothing else: no second one, no comment, no quotes, no route. Addresses are checked where they are
 * entered; a mail header is not the place to find out that one was not.
 */
const ADDRESS = /^[^\s<>()[\]",:;\\@\p{Cc}]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253}[A-Za-z0-9])?$/u;

/** Where links lead and what names this installation. */
export interface Sender {
  /** Without a slash at the end. */
  readonly publicUrl: string;
}

/** Makes the mail of a decision. Throws a RangeError when its reader's address is none. */
export function composeMail(decided: DecidedMail, { publicUrl }: Sender): Mail {
  const { reader, messageId, bodyName, at } = decided;
  if (!ADDRESS.test(reader.mail)) throw new RangeError('not a mail address');
  const content = writeContent(decided, publicUrl);
  return {
    messageId,
    to: { name: oneLine(reader.name), address: reader.mail },
    subject: content.subject,
    text: asText(content),
    html: asHtml(content),
    language: content.language,
    list: { id: listId(decided.bodyId, publicUrl), name: oneLine(bodyName) },
    at,
  };
}

/** The host that stands in Message-IDs and list ids: where this installation is reached. */
export function hostOf(publicUrl: string): string {
  return new URL(publicUrl).hostname.replace(/[[\]]/g, '') || 'localhost';
}

function listId(bodyId: string, publicUrl: string): string {
  return `${bodyId}.${hostOf(publicUrl)}`;
}
