import { Module } from '@nestjs/common';
import { ImportBody } from '../commands/import-body.js';
import { HandoversModule } from '../handovers/handovers.module.js';
import { PeopleModule } from '../people/people.module.js';
import { TermsModule } from '../terms/terms.module.js';
import { ClockApi } from './clock.api.js';
import { DemoClock } from './demo-clock.js';

/** What only a demo has: a body that comes with it, and a clock that can be moved. */
@Module({
  imports: [PeopleModule, TermsModule, HandoversModule],
  controllers: [ClockApi],
  providers: [ImportBody, DemoClock],
  exports: [ImportBody, DemoClock],
})
export class DemoModule {}
