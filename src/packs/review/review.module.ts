import { Module } from '@nestjs/common';
import { HandoversModule } from '../../handovers/handovers.module.js';
import { ChangeSection } from './change-section.js';
import { CommentOnSection } from './comment-on-section.js';

/** The review of the pack, section by section. */
@Module({
  imports: [HandoversModule],
  providers: [ChangeSection, CommentOnSection],
})
export class ReviewModule {}
