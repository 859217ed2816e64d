import type { EntityManager } from 'typeorm';
import type { Calendar } from '../engine/time/calendar.js';
import type { Scene } from './load-scene.js';
import { loadCalendars } from './office-calendars.js';
import { loadById, loadSeated, type Reader } from './readers.js';
import { concernedBy, stillToKnow, type Recipient } from './recipients.js';

/** Whom the matters of a scene concern today. */
export interface Concerned {
  /** All people that were read to find out; whoever has left is not among them. */
  readonly readers: ReadonlyMap<string, Reader>;
  readonly byMatter: ReadonlyMap<string, readonly Recipient[]>;
  /** Those of the scene, and of all readers. */
  readonly calendars: ReadonlyMap<string, Calendar>;
}

/** Asks only for what the scene does not tell: where every message is for somebody by name, for nothing. */
export async function loadConcerned(em: EntityManager, bodyId: string, scene: Scene): Promise<Concerned> {
  const matters = [...scene.matters.values()];
  const readers = new Map(scene.named);
  for (const reader of await loadSeated(em, bodyId, stillToKnow(matters, scene.named))) readers.set(reader.id, reader);
  const standIns = [...readers.values()].flatMap(({ standInId }) => (standInId === null ? [] : [standInId]));
  for (const reader of await loadById(em, bodyId, unknown(standIns, readers))) readers.set(reader.id, reader);
  const offices = [...readers.values()].map(({ calendarId }) => calendarId);
  const others = await loadCalendars(em, bodyId, unknown(offices, scene.calendars));
  return {
    readers,
    byMatter: new Map(matters.map((matter) => [matter.id, concernedBy(matter, readers)])),
    calendars: new Map([...scene.calendars, ...others]),
  };
}

function unknown(ids: readonly string[], known: ReadonlyMap<string, unknown>): string[] {
  return [...new Set(ids)].filter((id) => !known.has(id));
}
