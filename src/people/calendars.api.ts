import { Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { Caller } from '../api/caller.js';
import { Described } from '../api/described.js';
import { IfMatch } from '../api/if-match.js';
import { JsonDocument, refuseProblems } from '../api/json-document.js';
import { May } from '../api/may.js';
import { PageQuery, pageOf, windowOf, type Page } from '../api/paging.js';
import { BODY_PATH } from '../api/paths.js';
import { ReceiptView } from '../api/receipt.js';
import { ApiTags } from '../api/swagger.js';
import { calendarProblems, type CalendarDefinition } from '../engine/time/calendar.js';
import { AddCalendar } from './add-calendar.js';
import { CalendarsQueries } from './calendars.queries.js';
import { CalendarHead, CalendarView } from './calendars.views.js';
import { ReplaceCalendar } from './replace-calendar.js';

const SENT = 'The definition is sent whole, as reading the calendar gives it.';

@ApiTags('calendars')
@Controller(`${BODY_PATH}/calendars`)
export class CalendarsController {
  constructor(
    private readonly queries: CalendarsQueries,
    private readonly addCalendar: AddCalendar,
    private readonly replaceCalendar: ReplaceCalendar,
  ) {}

  @Get()
  @May('calendar.read')
  @Described('List the calendars', [CalendarHead])
  async list(@Caller() { bodyId }: Caller, @Query() query: PageQuery): Promise<Page<CalendarHead>> {
    const window = windowOf(query, 'text');
    return pageOf(await this.queries.calendars(bodyId, window), window, ({ id }) => [id]);
  }

  @Get(':calendar')
  @May('calendar.read')
  @Described('Read a calendar', CalendarView)
  async read(@Caller() { bodyId }: Caller, @Param('calendar') id: string): Promise<CalendarView> {
    return answer(await this.queries.calendar(bodyId, id));
  }

  @Post()
  @May('calendar.add')
  @Described('Add the calendar of a place', ReceiptView, SENT)
  async add(@Caller() caller: Caller, @JsonDocument() sent: unknown): Promise<ReceiptView> {
    return answer(await this.addCalendar.execute(caller, definitionIn(sent)));
  }

  @Put(':calendar')
  @May('calendar.change')
  @Described(
    'Replace the definition of a calendar',
    ReceiptView,
    `${SENT} No date moves by it: re-planning shows first.`,
  )
  async replace(
    @Caller() caller: Caller,
    @Param('calendar') id: string,
    @IfMatch() version: number,
    @JsonDocument() sent: unknown,
  ): Promise<ReceiptView> {
    const definition = definitionIn(sent);
    if (definition.id !== id) refuseProblems([{ path: 'id', message: `must be ${id}, as in the address` }]);
    return answer(await this.replaceCalendar.execute(caller, version, definition));
  }
}

function definitionIn(sent: unknown): CalendarDefinition {
  refuseProblems(calendarProblems(sent));
  return sent as CalendarDefinition;
}
