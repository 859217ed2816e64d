import { Module } from '@nestjs/common';
import { FindSession } from '../people/find-session.js';
import { LiveStreams } from '../web/live-streams.js';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountApi } from './account.api.js';
import { ActivityPages } from './activity.pages.js';
import { AddEvidence } from './add-evidence.js';
import { AddMeeting } from './add-meeting.js';
import { AddTemplate } from './add-template.js';
import { ApplyPlan } from './apply-plan.js';
import { CalendarPages } from './calendar.pages.js';
import { ChangeMeeting } from './change-meeting.js';
import { ChangeTask } from './change-task.js';
import { CommentOnTask } from './comment-on-task.js';
import { CreateHandover } from './create-handover.js';
import { FeedAddressPages } from './feed-address.pages.js';
import { FeedPages } from './feed.pages.js';
import { FindFeed } from './find-feed.js';
import { HANDOVER_ENTITIES } from './handovers.entity.js';
import { HandoverMovesPages } from './handover-moves.pages.js';
import { HandoverListPages } from './handover-list.pages.js';
import { HandoversApi } from './handovers.api.js';
import { MeetingsApi } from './meetings.api.js';
import { HandoversPlanPages } from './handovers-plan.pages.js';
import { ImportLinks } from './import-links.js';
import { LinksApi } from './links.api.js';
import { LinksPages } from './links.pages.js';
import { MakeFeed } from './make-feed.js';
import { MoveMeetingPages } from './move-meeting.pages.js';
import { MoveHandover } from './move-handover.js';
import { NewHandoverPages } from './new-handover.pages.js';
import { OverviewPages } from './overview.pages.js';
import { PlanPages } from './plan.pages.js';
import { PlansApi } from './plans.api.js';
import { PreviewPlan } from './preview-plan.js';
import { RemoveEvidence } from './remove-evidence.js';
import { RevokeFeed } from './revoke-feed.js';
import { LivePages } from './live.pages.js';
import { StartPages } from './start.pages.js';
import { TaskListPages } from './task-list.pages.js';
import { TaskPages } from './task.pages.js';
import { SectionReviewPages } from './section-review.pages.js';
import { SubmitSection } from './submit-section.js';
import { TaskEvidencePages } from './task-evidence.pages.js';
import { TaskMovesPages } from './task-moves.pages.js';
import { TasksApi } from './tasks.api.js';
import { TemplatesApi } from './templates.api.js';

const USE_CASES = [
  AddEvidence,
  AddMeeting,
  AddTemplate,
  ApplyPlan,
  ChangeMeeting,
  ChangeTask,
  CommentOnTask,
  CreateHandover,
  FindFeed,
  ImportLinks,
  MakeFeed,
  MoveHandover,
  PreviewPlan,
  RemoveEvidence,
  RevokeFeed,
  SubmitSection,
];

@Module({
  imports: [TypeOrmModule.forFeature(HANDOVER_ENTITIES)],
  controllers: [
    HandoversApi,
    TasksApi,
    LinksApi,
    LinksPages,
    MeetingsApi,
    TemplatesApi,
    PlansApi,
    AccountApi,
    MoveMeetingPages,
    NewHandoverPages,
    HandoverMovesPages,
    PlanPages,
    ActivityPages,
    HandoverListPages,
    OverviewPages,
    StartPages,
    LivePages,
    TaskListPages,
    CalendarPages,
    FeedAddressPages,
    FeedPages,
    HandoversPlanPages,
    TaskPages,
    TaskMovesPages,
    TaskEvidencePages,
    SectionReviewPages,
  ],
  providers: [...USE_CASES, FindSession, LiveStreams],
  exports: USE_CASES,
})
export class HandoversModule {}
