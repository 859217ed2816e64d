/** What spreadsheets take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** Without it spreadsheets read UTF-8 as something else. */
const BYTE_ORDER_MARK = '\ufeff';

/** The type of a table that spreadsheets open. */
export const CSV_TYPE = 'text/csv; charset=utf-8';

/**
 * A table as RFC 4180 writes it. A cell that a spreadsheet would run as a formula gets an apostrophe in front, so that it
 * is shown as the text it is.
 */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

function written(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
