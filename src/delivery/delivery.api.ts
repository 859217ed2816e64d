import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { Caller } from '../api/caller.js';
import { Described } from '../api/described.js';
import { IfMatch } from '../api/if-match.js';
import { May } from '../api/may.js';
import { pageOf, PageQuery, windowOf, type Page } from '../api/paging.js';
import { BODY_PATH } from '../api/paths.js';
import { ReceiptView } from '../api/receipt.js';
import { ApiTags } from '../api/swagger.js';
import { UuidPipe } from '../api/uuid.pipe.js';
import { readHandover } from '../handovers/read-handover.js';
import { Database } from '../storage/database.js';
import { DeliveryListQuery, NotificationListQuery } from './delivery.forms.js';
import {
  findDelivery,
  listDeliveries,
  listNextMails,
  listNotifications,
  type DeliveryView,
  type NextMailView,
  type NotificationView,
} from './delivery.queries.js';
import { ResendDelivery, type ResendReceipt } from './resend-delivery.js';

/** What is owed to whom, which mails went out, and which did not and why. */
@ApiTags('Notifications')
@Controller(BODY_PATH)
export class DeliveryApi {
  constructor(
    private readonly database: Database,
    private readonly resendDelivery: ResendDelivery,
  ) {}

  @Get('handovers/:handover/notifications')
  @May('notification.read')
  @Described('List the messages that a handover owes or has owed, by when they fall due', 'json')
  async notifications(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Query() query: NotificationListQuery,
  ): Promise<Page<NotificationView>> {
    const window = windowOf(query, 'instant', 'uuid');
    const found = await readHandover(this.database, caller, handoverId, (em) =>
      listNotifications(em, caller.bodyId, handoverId, query, window.after, window.rows),
    );
    return pageOf(answer(found), window, ({ dueAt, id }) => [dueAt, id]);
  }

  @Get('deliveries')
  @May('delivery.read')
  @Described('List mails, the newest first; `state=failed` for those that somebody has to look after', 'json')
  async deliveries(@Caller() { bodyId }: Caller, @Query() query: DeliveryListQuery): Promise<Page<DeliveryView>> {
    const window = windowOf(query, 'uuid');
    const found = await this.database.read(bodyId, (em) =>
      listDeliveries(em, bodyId, query, window.after?.[0], window.rows),
    );
    return pageOf(found, window, ({ id }) => [id]);
  }

  @Get('next-mails')
  @May('delivery.read')
  @Described('List what goes out next, in the order of time', 'json')
  async nextMails(@Caller() { bodyId }: Caller, @Query() query: PageQuery): Promise<Page<NextMailView>> {
    const window = windowOf(query, 'instant', 'uuid');
    const found = await this.database.read(bodyId, (em) => listNextMails(em, bodyId, window.after, window.rows));
    return pageOf(found, window, ({ at, id }) => [at, id]);
  }

  @Get('deliveries/:delivery')
  @May('delivery.read')
  @Described('Read a mail: to whom, when, what it carried and what became of it', 'json')
  async delivery(@Caller() { bodyId }: Caller, @Param('delivery', UuidPipe) id: string): Promise<DeliveryView> {
    return answer(await this.database.read(bodyId, (em) => findDelivery(em, bodyId, id)));
  }

  @Post('deliveries/:delivery/resend')
  @HttpCode(200)
  @May('delivery.resend')
  @Described('Put back a mail that has failed; whether it is still to be sent is decided again', ReceiptView)
  async resend(
    @Caller() caller: Caller,
    @Param('delivery', UuidPipe) id: string,
    @IfMatch() version: number,
  ): Promise<ResendReceipt> {
    return answer(await this.resendDelivery.execute(caller, id, version));
  }
}
