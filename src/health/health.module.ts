import { Global, Module } from '@nestjs/common';
import { DatabaseCheck } from './database-check.js';
import { HealthController } from './health.api.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

/** Global, because every feature may have a part to check or a number to show. */
@Global()
@Module({
  controllers: [HealthController],
  providers: [Readiness, DatabaseCheck, Metrics],
  exports: [Readiness, Metrics],
})
export class HealthModule {}
