/** Why a file cannot be taken: names that texts in every language know. */
export type FileProblem =
  /** None was chosen. */
  | 'missing'
  /** It has no bytes. */
  | 'empty'
  /** It has more bytes than this installation takes. */
  | 'tooLarge'
  /** Its name holds a path or what cannot be shown, or is too long. */
  | 'name'
  /** Its content is of no type that is taken. */
  | 'type'
  /** It begins as one of them and does not go on as such: cut off, or changed. */
  | 'damaged'
  /** It carries programs. */
  | 'macros'
  /** It unpacks to more than any document does, or to places outside of itself. */
  | 'unsafe'
  /** It did not arrive whole. */
  | 'incomplete';

/** For programs that use the API; people read it in their own language. @param limit bytes. */
export function reasonOf(problem: FileProblem, limit: number): string {
  const reasons: Readonly<Record<FileProblem, string>> = {
    missing: 'is missing',
    empty: 'must not be empty',
    tooLarge: `must have at most ${String(limit)} bytes`,
    name: 'must have a name of 1 to 200 characters without path, control characters and direction overrides',
    type: 'must be PDF, DOCX, XLSX, ODT, ODS, PNG or JPEG by its content',
    damaged: 'must be whole: it begins as one of the types that are taken and does not go on as such',
    macros: 'must not carry macros',
    unsafe: 'must not unpack to more than a document does, nor outside of itself',
    incomplete: 'did not arrive whole',
  };
  return reasons[problem];
}

const LONGEST_NAME = 200;
/** Controls, line separators, direction overrides and isolates, broken Unicode, and what separates folders. */
const NOT_IN_A_NAME = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd/\\]/u;

/** Whether a file may be kept under the name it came with. */
export function isGoodName(name: string): boolean {
  const isDots = /^\.+$/.test(name);
  return name.trim() !== '' && name.length <= LONGEST_NAME && !isDots && !NOT_IN_A_NAME.test(name);
}
