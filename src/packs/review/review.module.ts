import { Module } from '@nestjs/common';
import { HandoversModule } from '../../handovers/handovers.module.js';
import { ChangeSection } from './change-section.js';
import { CommentOnSection } from './comment-on-section.js';
import { ReviewPages } from './review.pages.js';

/** The review of the pack, section by section. */
@Module({
  imports: [HandoversModule],
  controllers: [ReviewPages],
  providers: [ChangeSection, CommentOnSection],
})
export class ReviewModule {}
