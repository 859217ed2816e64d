import type { TestApp } from '../support/app.js';
import { HANDOVER, RABAT } from '../support/rabat.js';
import { pdf } from './files.js';

/** Adds a document to a task that everyone with a part in the body may read; gives its id. */
export async function addPublicDocument(app: TestApp, taskId: string): Promise<string> {
  const task = `/handovers/${HANDOVER}/tasks/${taskId}`;
  const { headers: read } = await app.as('sec', 'get', task);
  const body = new FormData();
  body.append('title', 'Programme');
  body.append('marking', 'public');
  body.append('file', new Blob([new Uint8Array(pdf())]), 'programme.pdf');
  const headers = { authorization: `Bearer ${app.token('sec')}`, 'if-match': read.etag ?? '' };
  const sent = await fetch(`${app.address}/api/v1/bodies/${RABAT}${task}/documents`, { method: 'POST', headers, body });
  const text = await sent.text();
  if (sent.status !== 201) throw new Error(text);
  return (JSON.parse(text) as { document: { id: string } }).document.id;
}
