import { Readable } from 'node:stream';
import type { Refused } from '../engine/decision.js';
import type { TaskRequest } from '../handovers/change-task.js';
import type { IncomingFiles } from '../packs/incoming-files.js';
import type { DocumentReceipt, SendDocument } from '../packs/send-document.js';
import type { Language } from '../engine/words.js';
import type { BoardTask } from './board.js';

/** What goes into the archive in one piece: these sections show their tasks by files, the others by links. */
const WITH_FILES: ReadonlySet<string> = new Set(['GOV', 'RES', 'DOC', 'PRO']);

/** What files go in through. */
export interface Post {
  readonly incoming: IncomingFiles;
  readonly send: SendDocument;
}

/** Whether people send a file for a task, and do not only say where one is. */
export function isShownByFile({ id }: BoardTask): boolean {
  return WITH_FILES.has(id.slice(0, id.indexOf('-')));
}

/** Somebody sends a page for a task. What it says is that it is invented: what the real one said, nobody knows here. */
export async function sendPaper(
  { incoming, send }: Post,
  request: TaskRequest,
  task: BoardTask,
  { title, language }: { readonly title: string; readonly language: Language },
): Promise<DocumentReceipt | Refused | null> {
  const lines = [
    title,
    task.title,
    `Handover ${request.handoverId}`,
    'An invented document of a story that plays itself.',
  ];
  const content = await incoming.receive(Readable.from([pageOf(lines)]));
  const fileName = `${task.id.toLowerCase()}.pdf`;
  const said = { title, language, marking: null, fileName, mediaType: 'application/pdf', replaces: null } as const;
  return send.execute(request, { ...said, content });
}

/** One page of lines as a PDF, with nothing in it but a font that every reader has. */
function pageOf(lines: readonly string[]): Buffer {
  const text = lines.map((line, index) => `${index === 0 ? '' : 'T* '}(${escaped(line)}) Tj`).join('\n');
  const stream = `BT /F1 14 Tf 24 TL 72 760 Td\n${text}\nET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** What stands in a string of a PDF; letters that its font has no place for become question marks. */
function escaped(line: string): string {
  return line.replace(/[^\u0020-\u007e\u00a1-\u00ff]/gu, '?').replace(/[\\()]/gu, (sign) => `\\${sign}`);
}
