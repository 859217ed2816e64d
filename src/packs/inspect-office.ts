import type { FileProblem } from './file-problem.js';
import type { ZipContent } from './inspect-zip.js';
import type { MediaType } from './media-types.js';

const OOXML_TYPES = '[Content_Types].xml';
const ODF_TYPE = 'mimetype';
const ODF_MANIFEST = 'META-INF/manifest.xml';

/** The entries of a packed document that are read. */
export const OFFICE_TEXTS: ReadonlySet<string> = new Set([OOXML_TYPES, ODF_TYPE, ODF_MANIFEST]);

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** The main part of each, as the list of content types names it (ISO/IEC 29500-2). */
const OOXML_MAIN: Readonly<Record<string, { readonly part: string; readonly type: MediaType }>> = {
  [`${WORD}.main+xml`]: { part: 'word/document.xml', type: WORD },
  [`${SHEET}.main+xml`]: { part: 'xl/workbook.xml', type: SHEET },
};
const ODF_TYPES: ReadonlySet<string> = new Set([
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
]);

/** Where programs lie: VBA and ActiveX in Office Open XML, Basic and other scripts in OpenDocument. */
const MACRO_NAMES = /(^|\/)(vbaProject[^/]*\.bin|vbaData\.xml|activeX\/|macrosheets\/|Basic\/|Scripts\/)/i;
const MACRO_TYPES = /macroEnabled|vnd\.ms-office\.(vba|activeX)|ms-excel\.(macrosheet|intlmacrosheet)/i;

/** Which document this is by what lies in it, or why it cannot be taken. */
export function officeTypeOf({ names, texts }: ZipContent): { type: MediaType } | FileProblem {
  const types = texts.get(OOXML_TYPES);
  const declared = texts.get(ODF_TYPE);
  if (types === undefined && declared === undefined) return 'type';
  if ([...names].some((name) => MACRO_NAMES.test(name))) return 'macros';
  if (MACRO_TYPES.test(types ?? '')) return 'macros';
  // Nobody who writes such a list needs entities; whoever hides a name from us does.
  if (/&|<!/.test(types ?? '')) return 'damaged';
  return types === undefined ? odfType(declared ?? '', names) : ooxmlType(types, names);
}

function ooxmlType(types: string, names: ReadonlySet<string>): { type: MediaType } | FileProblem {
  const main = Object.entries(OOXML_MAIN).find(([contentType]) => types.includes(`"${contentType}"`))?.[1];
  if (main === undefined) return 'type';
  return names.has(main.part) ? { type: main.type } : 'damaged';
}

function odfType(declared: string, names: ReadonlySet<string>): { type: MediaType } | FileProblem {
  if (!ODF_TYPES.has(declared)) return 'type';
  return names.has('content.xml') && names.has(ODF_MANIFEST) ? { type: declared as MediaType } : 'damaged';
}
