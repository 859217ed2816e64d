import { IsKey, IsLine, IsProse, IsRealDate, IsWebAddress } from '../api/text-fields.js';
import { IsOneOf } from '../api/value-fields.js';
import { PageQuery } from '../api/paging.js';
import { taskMachine } from '../engine/tasks/task.js';

export class TaskListQuery extends PageQuery {
  @IsOneOf(taskMachine.states, { optional: true, says: 'Only tasks in this state.' })
  state?: string;

  @IsOneOf(['outgoing', 'incoming', 'secretariat', 'joint'], { optional: true, says: 'Only tasks of this desk.' })
  owner?: string;

  @IsKey({ optional: true, says: 'Only tasks of this section.' })
  section?: string;

  @IsKey({ optional: true, says: 'Only tasks of this person.' })
  person?: string;
}

export class NoteForm {
  @IsProse(4000, { optional: true, says: 'A note for the other side.' })
  note?: string;
}

export class CommitForm {
  @IsProse(4000) reason!: string;

  @IsRealDate({ says: 'The day by which the incoming chair will have done it.' })
  dueOn!: string;

  @IsKey({ optional: true, says: 'Who will do it.' })
  personId?: string;
}

export class ReassignForm {
  @IsKey({ optional: true, nullable: true, says: 'Null takes it from whoever has it.' })
  personId?: string | null;

  @IsKey({ optional: true, nullable: true })
  officeId?: string | null;
}

export class PinForm {
  @IsRealDate({ says: 'The day that no re-planning moves.' })
  on!: string;

  @IsProse(4000) reason!: string;
}

export class CommentForm {
  @IsProse(8000) text!: string;
}

export class EvidenceForm {
  @IsLine(300, { example: 'Letter of designation, 14 November 2023' })
  title!: string;

  @IsWebAddress({
    says: 'Where the document is: an https address.',
    example: 'https://files.secretariat.example/designation.pdf',
  })
  reference!: string;

  @IsOneOf(['en', 'fr', 'pt', 'ar', 'es'], { optional: true, nullable: true, says: 'The language of the document.' })
  language?: string | null;

  @IsOneOf(['public', 'participants', 'restricted'], {
    optional: true,
    says: "Who may see it; the task's own marking if left out.",
  })
  marking?: 'public' | 'participants' | 'restricted';
}
