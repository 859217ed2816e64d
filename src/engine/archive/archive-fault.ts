import type { ChainFault } from '../account/record-check.js';

/**
 * What is wrong with an archive; the words are in the texts of the languages. `name` is the file it is about.
 * - `not_an_archive`: no ZIP, or one whose directory is not where it has to be;
 * - `too_much`: more files, or more about them, than any archive has;
 * - `unsafe_name`: a path that climbs out, or that no system could keep;
 * - `twice`: two files of one name, also where capitals do not count;
 * - `packed`: a compressed file: an archive has none, so none can unfold into more than it is;
 * - `missing`, `added`: a file that has to be there, or must not be;
 * - `container`: the headers are not those that follow from names, sizes and checksums;
 * - `content`: a file is not what its checksum says; `sums`: the checksums are not those of these files;
 * - `record`, `signature`, `key`: the record is no canonical record, it or its pages are not what was signed, or the key
 *   is not the one that the record names;
 * - `document`: a document is not the one that the record names;
 * - `account`: an entry of the account is wrong; `account_head`: it is not the account that the record names.
 */
export type ArchiveFault =
  | { readonly code: 'not_an_archive' | 'too_much' | 'sums' | 'record' | 'signature' | 'key' | 'account_head' }
  | {
      readonly code: 'unsafe_name' | 'twice' | 'packed' | 'missing' | 'added' | 'container' | 'content' | 'document';
      readonly name: string;
    }
  | { readonly code: 'account'; readonly entry: number; readonly reason: ChainFault | 'unreadable' };

/** Stops the checking where the first thing is wrong; it never leaves the checker. */
export class Faulty extends Error {
  constructor(readonly fault: ArchiveFault) {
    super(fault.code);
  }
}
