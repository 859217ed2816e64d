import { Module } from '@nestjs/common';
import { DeliveryApi } from './delivery.api.js';
import { LedgerMetrics } from './ledger-metrics.js';
import { ResendDelivery } from './resend-delivery.js';

/** What people see and ask of mail; the work itself is another module, which may run in another process. */
@Module({
  controllers: [DeliveryApi],
  providers: [ResendDelivery, LedgerMetrics],
  exports: [ResendDelivery],
})
export class DeliveryModule {}
