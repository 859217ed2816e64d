import { DOCUMENTS } from '../../engine/archive/archive-files.js';
import { MEDIA_TYPES, type MediaType } from '../media-types.js';
import type { RecordedDocument } from './handover-record.js';
import type { PackDocument } from './record-content.queries.js';

/** Signs of a name that are kept; whatever else was in it, a dash stands for. */
const UNKEPT = /[^\p{L}\p{M}\p{N}_]+/gu;
const MOST_SIGNS = 60;

/**
 * Gives each document its place in the archive: a number, the task it belongs to, and its own name as far as every system
 * can have a file of that name. Two never have the same, also where capitals do not count.
 */
export function placeDocuments(documents: readonly PackDocument[]): RecordedDocument[] {
  return documents.map(({ folder, fileName, mediaType, ...document }, index) => {
    const number = String(index + 1).padStart(3, '0');
    const name = [number, plain(folder), plain(withoutEnding(fileName))].filter((part) => part !== '').join('-');
    return { ...document, mediaType, path: `${DOCUMENTS}${name}.${endingOf(mediaType)}` };
  });
}

function plain(text: string): string {
  // A mark that lost its letter has nothing to stand on.
  const kept = text
    .normalize('NFC')
    .replace(UNKEPT, '-')
    .replace(/^[-\p{M}]+/u, '');
  const signs = Array.from(kept).slice(0, MOST_SIGNS).join('');
  return signs.normalize('NFC').replace(/-+$/, '');
}

function withoutEnding(fileName: string): string {
  return fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '');
}

function endingOf(mediaType: string): string {
  return isKnown(mediaType) ? MEDIA_TYPES[mediaType].extension : 'bin';
}

function isKnown(mediaType: string): mediaType is MediaType {
  return Object.hasOwn(MEDIA_TYPES, mediaType);
}
