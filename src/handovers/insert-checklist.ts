import type { EntityManager } from 'typeorm';
import type { Template } from '../engine/tasks/template.js';
import type { LockedStream } from '../storage/database.js';
import { SectionRow, TaskRow } from './handovers.entity.js';

/** Makes the sections and tasks of a new handover from its template; dates come with the first plan. */
export async function insertChecklist(em: EntityManager, locked: LockedStream, template: Template): Promise<void> {
  const key = { bodyId: locked.bodyId, handoverId: locked.stream };
  const sections = template.sections.map(({ code, order, title }) => ({ ...key, id: code, position: order, title }));
  await em.insert(SectionRow, sections);
  const tasks = template.items.map((item, index) => ({
    ...key,
    id: item.code,
    sectionId: item.section,
    position: index + 1,
    title: item.title,
    description: item.description,
    owner: item.owner,
    acceptedBy: item.acceptedBy,
    mandatory: item.mandatory,
    evidence: item.evidence,
    evidenceKind: item.evidenceKind,
    marking: item.defaultMarking,
    blocksHandover: item.blocksHandover ?? false,
    dueAnchor: item.due.anchor,
    dueOffset: item.due.offset,
    dueUnit: item.due.unit,
    dependsOn: [...item.dependsOn],
    stateSince: new Date(locked.at),
  }));
  await em.insert(TaskRow, tasks);
}
