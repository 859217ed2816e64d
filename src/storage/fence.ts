/** Keys are checked where they enter; here once more, because they become literals of a statement. */
const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

/** Opens a transaction that sees one snapshot of one body's rows, and changes nothing. */
export function openReading(bodyId: string): string {
  return `START TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; ${fenceTo(bodyId)}`;
}

/** Opens a transaction that sees and changes one body's rows. */
export function openChanging(bodyId: string): string {
  return `START TRANSACTION; ${fenceTo(bodyId)}`;
}

/** A key that is safe between quotes. Throws a RangeError for what is none. */
export function key(text: string): string {
  if (!KEY.test(text)) throw new RangeError('Not a key: letters, digits, dot, dash and underscore, at most 63');
  return text;
}

/** Row-level security shows no rows but those of the body that is named here, for as long as the transaction lasts. */
function fenceTo(bodyId: string): string {
  return `SET LOCAL gavel.body = '${key(bodyId)}'`;
}
