import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AddPlans } from './add-plans.js';
import { AssetsApi } from './assets.api.js';
import { AssetsPages } from './assets.pages.js';
import { ChangeAsset } from './change-asset.js';
import { CONTENT_ENTITIES } from './content.entity.js';
import { PackContentsPages } from './pack-contents.pages.js';
import { PackPartsPages } from './pack-parts.pages.js';

/** What the pack holds, and reading it. */
@Module({
  imports: [TypeOrmModule.forFeature(CONTENT_ENTITIES)],
  controllers: [PackContentsPages, PackPartsPages, AssetsPages, AssetsApi],
  providers: [AddPlans, ChangeAsset],
  exports: [AddPlans, ChangeAsset],
})
export class ContentModule {}
