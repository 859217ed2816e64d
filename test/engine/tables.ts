/** A table written to be read: a heading line with the columns, then one line per row, its name first. */
export function readTable(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const [heading = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return new Map(rows.map(([name = '', ...cells]) => [name, rowOf(heading.slice(1), name, cells)]));
}

/** Every cell of a table, with the names of its row and column. */
export function cellsOf(
  table: ReadonlyMap<string, ReadonlyMap<string, string>>,
): readonly (readonly [string, string, string])[] {
  return [...table].flatMap(([row, cells]) => [...cells].map(([column, cell]) => [row, column, cell] as const));
}

function rowOf(columns: readonly string[], name: string, cells: readonly string[]): ReadonlyMap<string, string> {
  if (cells.length !== columns.length) throw new Error(`Row ${name} has ${String(cells.length)} cells`);
  return new Map(columns.map((column, at) => [column, cells[at] ?? '']));
}
