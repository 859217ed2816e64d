import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessQueries } from './access.queries.js';
import { AddCalendar } from './add-calendar.js';
import { AddMember } from './add-member.js';
import { AddOffice } from './add-office.js';
import { AddPerson } from './add-person.js';
import { BodyController } from './body.api.js';
import { CalendarsController } from './calendars.api.js';
import { CalendarsQueries } from './calendars.queries.js';
import { ChangeMember } from './change-member.js';
import { ChangeOffice } from './change-office.js';
import { ChangePerson } from './change-person.js';
import { CreateBody } from './create-body.js';
import { EndRole } from './end-role.js';
import { EndSession } from './end-session.js';
import { EndStandIn } from './end-stand-in.js';
import { GiveRole } from './give-role.js';
import { IssueToken } from './issue-token.js';
import { LeaveBody } from './leave-body.js';
import { MembersController } from './members.api.js';
import { NameStandIn } from './name-stand-in.js';
import { OpenSession } from './open-session.js';
import { OfficesController } from './offices.api.js';
import { PEOPLE_ENTITIES } from './people.entity.js';
import { PeoplePages } from './people.pages.js';
import { PersonPages } from './person.pages.js';
import { PersonRolesPages } from './person-roles.pages.js';
import { StandInsPages } from './stand-ins.pages.js';
import { PeopleQueries } from './people.queries.js';
import { PersonsController } from './persons.api.js';
import { ReplaceCalendar } from './replace-calendar.js';
import { RevokeToken } from './revoke-token.js';
import { RolesController } from './roles.api.js';
import { SettingsPages } from './settings.pages.js';
import { StandInsController } from './stand-ins.api.js';
import { TokensController } from './tokens.api.js';

const QUERIES = [PeopleQueries, AccessQueries, CalendarsQueries];
const USE_CASES = [
  CreateBody,
  AddMember,
  ChangeMember,
  AddOffice,
  ChangeOffice,
  AddPerson,
  ChangePerson,
  LeaveBody,
  GiveRole,
  EndRole,
  NameStandIn,
  EndStandIn,
  IssueToken,
  RevokeToken,
  AddCalendar,
  ReplaceCalendar,
  OpenSession,
  EndSession,
];

/** Bodies, members, offices, people, and what people may do. The lowest feature: it knows of no other. */
@Module({
  imports: [TypeOrmModule.forFeature(PEOPLE_ENTITIES)],
  controllers: [
    BodyController,
    MembersController,
    OfficesController,
    PersonsController,
    RolesController,
    StandInsController,
    TokensController,
    CalendarsController,
    PeoplePages,
    PersonPages,
    PersonRolesPages,
    StandInsPages,
    SettingsPages,
  ],
  providers: [...QUERIES, ...USE_CASES],
  exports: USE_CASES,
})
export class PeopleModule {}
