import { Module } from '@nestjs/common';
import { HandoversModule } from '../../handovers/handovers.module.js';
import { ChangeSection } from './change-section.js';
import { CommentOnSection } from './comment-on-section.js';
import { ReviewApi } from './review.api.js';
import { ReviewPages } from './review.pages.js';

/** The review of the pack, section by section. */
@Module({
  imports: [HandoversModule],
  controllers: [ReviewApi, ReviewPages],
  providers: [ChangeSection, CommentOnSection],
})
export class ReviewModule {}
