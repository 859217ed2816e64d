import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { Caller } from '../api/caller.js';
import { Described } from '../api/described.js';
import { IfMatch } from '../api/if-match.js';
import { May } from '../api/may.js';
import { pageOf, PageQuery, windowOf, type Page } from '../api/paging.js';
import { BODY_PATH } from '../api/paths.js';
import { HttpProblem } from '../api/problem.js';
import { ReceiptView } from '../api/receipt.js';
import { ApiTags } from '../api/swagger.js';
import { Database } from '../storage/database.js';
import { AddMeeting, type MeetingReceipt } from './add-meeting.js';
import { ChangeMeeting } from './change-meeting.js';
import { ChangeMeetingForm, NewMeetingForm } from './meetings.forms.js';
import { findMeeting, listMeetings, type MeetingView } from './meetings.queries.js';

/** Meetings of the body. Their days change by re-planning only. */
@ApiTags('Meetings')
@Controller(`${BODY_PATH}/meetings`)
export class MeetingsApi {
  constructor(
    private readonly database: Database,
    private readonly addMeeting: AddMeeting,
    private readonly changeMeeting: ChangeMeeting,
  ) {}

  @Get()
  @May('meeting.read')
  @Described('List meetings by day, those without one last', 'json')
  async list(@Caller() caller: Caller, @Query() query: PageQuery): Promise<Page<MeetingView>> {
    const window = windowOf(query, 'text', 'text');
    const found = await this.database.read(caller.bodyId, (em) =>
      listMeetings(em, caller.bodyId, window.after, window.rows),
    );
    return pageOf(found, window, ({ startsOn, id }) => [startsOn ?? 'undated', id]);
  }

  @Post()
  @May('meeting.add')
  @Described('Add a meeting, with its days or without', ReceiptView)
  async add(@Caller() caller: Caller, @Body() form: NewMeetingForm): Promise<MeetingReceipt> {
    const { startsOn = null, endsOn = null } = form;
    if ((startsOn === null) !== (endsOn === null)) {
      const reason = 'must be given together with the other day, or not at all';
      throw new HttpProblem('input.refused', {
        errors: [{ field: startsOn === null ? 'startsOn' : 'endsOn', reason }],
      });
    }
    const { id, title, type, place = null, countryId = null, format = 'in_person' } = form;
    const status = form.status ?? (startsOn === null ? 'postponed' : 'announced');
    const meeting = { id, title, type, place, countryId, startsOn, endsOn, status, format };
    return answer(await this.addMeeting.execute(caller.bodyId, caller.personId, meeting));
  }

  @Get(':meeting')
  @May('meeting.read')
  @Described('Read a meeting', 'json')
  async read(@Caller() caller: Caller, @Param('meeting') meetingId: string): Promise<MeetingView> {
    return answer(await this.database.read(caller.bodyId, (em) => findMeeting(em, caller.bodyId, meetingId)));
  }

  @Patch(':meeting')
  @May('meeting.change')
  @Described('Change what a meeting is called, where and how it is held, or what became of it', ReceiptView)
  async change(
    @Caller() caller: Caller,
    @Param('meeting') meetingId: string,
    @IfMatch() version: number,
    @Body() form: ChangeMeetingForm,
  ): Promise<MeetingReceipt> {
    return answer(await this.changeMeeting.execute(caller.bodyId, caller.personId, meetingId, version, form));
  }
}
