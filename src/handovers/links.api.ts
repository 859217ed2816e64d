import { Body, Controller, Param, Post } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { Caller } from '../api/caller.js';
import { Described } from '../api/described.js';
import { May } from '../api/may.js';
import { BODY_PATH } from '../api/paths.js';
import { HttpProblem, type FieldProblem } from '../api/problem.js';
import { ApiTags } from '../api/swagger.js';
import { ImportLinks, type LinkFault } from './import-links.js';
import { linkOf, LinksForm, LinksReceiptView } from './links.forms.js';

/** Links to documents that are kept elsewhere, brought in as evidence many at once. */
@ApiTags('Tasks')
@Controller(`${BODY_PATH}/handovers/:handover/evidence`)
export class LinksApi {
  constructor(private readonly importLinks: ImportLinks) {}

  @Post()
  @May('evidence.add')
  @Described('Add a list of links as evidence: all of them, or none where one is wrong', LinksReceiptView)
  async import(
    @Caller() { bodyId, personId }: Caller,
    @Param('handover') handoverId: string,
    @Body() { links }: LinksForm,
  ): Promise<LinksReceiptView> {
    const imported = answer(await this.importLinks.execute({ bodyId, handoverId, personId }, links.map(linkOf)));
    if (imported.faults === null) return { added: imported.added, account: imported.account };
    const gates = imported.faults.flatMap((fault) => (fault.what === 'refused' ? fault.gates : []));
    throw new HttpProblem('input.refused', { errors: imported.faults.map(problemOf), gates });
  }
}

function problemOf(fault: LinkFault): FieldProblem {
  const field = `links[${String(fault.place)}]`;
  switch (fault.what) {
    case 'no_task':
      return { field: `${field}.task`, reason: 'is no task of this handover' };
    case 'listed_twice':
      return { field: `${field}.reference`, reason: 'stands in this list twice for the same task' };
    case 'there_already':
      return { field: `${field}.reference`, reason: 'is evidence of this task already' };
    case 'refused':
      return { field, reason: `is not possible now: ${fault.gates.map(({ code }) => code).join(', ')}` };
  }
}
