import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AddPlans } from './add-plans.js';
import { CONTENT_ENTITIES } from './content.entity.js';
import { PackContentsPages } from './pack-contents.pages.js';

/** What the pack holds, and reading it. */
@Module({
  imports: [TypeOrmModule.forFeature(CONTENT_ENTITIES)],
  controllers: [PackContentsPages],
  providers: [AddPlans],
  exports: [AddPlans],
})
export class ContentModule {}
