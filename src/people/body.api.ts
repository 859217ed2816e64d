import { Controller, Get } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { Caller } from '../api/caller.js';
import { Described } from '../api/described.js';
import { May } from '../api/may.js';
import { BODY_PATH } from '../api/paths.js';
import { ApiTags } from '../api/swagger.js';
import { PeopleQueries } from './people.queries.js';
import { BodyView, MeView } from './people.views.js';

@ApiTags('body')
@Controller()
export class BodyController {
  constructor(private readonly queries: PeopleQueries) {}

  @Get('api/v1/me')
  @May('me.read')
  @Described('Who the token speaks for, and with which roles today', MeView)
  async readMe(@Caller() caller: Caller): Promise<MeView> {
    return answer(await this.queries.me(caller));
  }

  @Get(BODY_PATH)
  @May('body.read')
  @Described('Read the body', BodyView)
  async readBody(@Caller() { bodyId }: Caller): Promise<BodyView> {
    return answer(await this.queries.body(bodyId));
  }
}
