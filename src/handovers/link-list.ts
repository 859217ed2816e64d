/** A line of a list of links, as it was typed; counted from one, as people count. */
export interface TypedLink {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

const FIELDS = ['task', 'reference', 'title', 'language', 'marking'] as const;

/**
 * Reads a list of links: one in each line, its fields apart by tabs, semicolons or commas, whichever of these comes first in the
 * list; a field in double quotes may hold them. Empty lines are passed over. What stands beyond the last field belongs to
 * it, and so is judged with it: nothing is left out in silence.
 */
export function readLinkList(list: string): readonly TypedLink[] {
  const separator = /[\t;,]/.exec(list)?.[0] ?? ';';
  return list.split(/\r\n?|\n/).flatMap((text, index) => {
    if (text.trim() === '') return [];
    const cells = cellsOf(text, separator);
    const last = FIELDS.length - 1;
    const held = [...cells.slice(0, last), cells.slice(last).join(separator)];
    return [{ line: index + 1, fields: Object.fromEntries(FIELDS.map((name, at) => [name, held[at] ?? ''])) }];
  });
}

function cellsOf(text: string, separator: string): string[] {
  const cell = separator === '\t' ? /"(?:[^"]|"")*"|[^\t]+/y : new RegExp(`"(?:[^"]|"")*"|[^${separator}]+`, 'y');
  const cells: string[] = [];
  for (let at = 0; at <= text.length; at += 1) {
    cell.lastIndex = at;
    const found = cell.exec(text)?.[0] ?? '';
    at += found.length;
    cells.push(unquoted(found.trim()));
  }
  return cells;
}

function unquoted(cell: string): string {
  return /^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
