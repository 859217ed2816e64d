import type { RabatHandover } from '../support/rabat.js';

/** Brings a task of the outgoing chair that needs no document to its reviewer, wherever it was left. */
export async function bringToReviewer(rabat: RabatHandover, task: string): Promise<void> {
  const [row] = await rabat.rows('SELECT state FROM task WHERE id = $1', [task]);
  if (row?.state === 'submitted') return;
  if (row?.state === 'accepted') await rabat.task(task, 'pt-lead', { move: 'reopen', reason: 'Once more' });
  else await rabat.task(task, 'ma-delegate', { move: 'start' });
  await rabat.task(task, 'ma-delegate', { move: 'submit' });
}
