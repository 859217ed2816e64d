import { PageQuery } from '../api/paging.js';
import { IsKey } from '../api/text-fields.js';
import { IsOneOf } from '../api/value-fields.js';

export class NotificationListQuery extends PageQuery {
  @IsOneOf(['owed', 'addressed', 'settled', 'void'], { optional: true, says: 'Only messages in this state.' })
  state?: string;

  @IsKey({ optional: true, says: 'Only messages about this task.' })
  task?: string;
}

export class DeliveryListQuery extends PageQuery {
  @IsOneOf(['waiting', 'queued', 'sending', 'sent', 'skipped', 'failed'], {
    optional: true,
    says: 'Only mails in this state.',
  })
  state?: string;

  @IsKey({ optional: true, says: 'Only mails to this person.' })
  recipient?: string;
}
