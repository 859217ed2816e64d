import type { TaskDocument } from './documents.queries.js';
import type { SentDocument } from './send-document.js';

const REPLACED = /^([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\.([1-9]\d{0,8})$/;

/** How a form names what is replaced: the document, and the number of its newest version as it was read. */
export function replacedName({ id, newest }: Pick<TaskDocument, 'id' | 'newest'>): string {
  return `${id}.${String(newest)}`;
}

/** What a form names; null where it names nothing, or no document at all. */
export function replacedVersion(name: string | undefined): SentDocument['replaces'] {
  const [, documentId, number] = REPLACED.exec(name ?? '') ?? [];
  return documentId === undefined ? null : { documentId, number: Number(number) };
}
