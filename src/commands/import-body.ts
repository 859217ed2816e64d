import { Injectable } from '@nestjs/common';
import { AddMeeting } from '../handovers/add-meeting.js';
import { AddTemplate } from '../handovers/add-template.js';
import { AddPlans } from '../packs/content/add-plans.js';
import { systemCaller } from '../people/caller.js';
import { CreateBody } from '../people/create-body.js';
import { ImportRotation } from '../terms/import-rotation.js';
import type { BodyDocuments } from './body-file.js';
import { granted } from './failure.js';

/** What an import of a body brought. */
export interface ImportedBody {
  readonly id: string;
  readonly members: number;
  readonly people: number;
  readonly terms: number;
  readonly templates: number;
  readonly meetings: number;
}

/** Founds a body from its documents: calendars, members, people, rotation, templates, meetings and plans. */
@Injectable()
export class ImportBody {
  constructor(
    private readonly createBody: CreateBody,
    private readonly importRotation: ImportRotation,
    private readonly addTemplate: AddTemplate,
    private readonly addMeeting: AddMeeting,
    private readonly addPlans: AddPlans,
  ) {}

  /**
   * Refuses, with a CommandFailure, a body that is there already; nothing is written then.
   * @param documents checked: nothing in them is refused once the body has been founded.
   */
  async execute({ file, calendars, templates, rotation }: BodyDocuments): Promise<ImportedBody> {
    const { body, members, offices, people, roles, meetings } = file;
    granted(await this.createBody.execute({ ...body, calendars, members, offices, people, roles }), '');
    const caller = systemCaller(body.id);
    const gone = `The body ${body.id} went away`;
    const terms = rotation === null ? null : granted(await this.importRotation.execute(caller, rotation), gone);
    for (const template of templates) {
      granted(await this.addTemplate.execute(body.id, caller.personId, template), gone);
    }
    for (const meeting of meetings) granted(await this.addMeeting.execute(body.id, caller.personId, meeting), gone);
    const { actionPlans = [], programmes = [], results = [] } = file;
    granted(await this.addPlans.execute(body.id, caller.personId, { actionPlans, programmes, results }), gone);
    return {
      id: body.id,
      members: members.length,
      people: people.length,
      terms: terms?.added.length ?? 0,
      templates: templates.length,
      meetings: meetings.length,
    };
  }
}
